package org.sightline.trust.internal.admission;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.trust.internal.TrustedPartySettings;

/**
 * Runs vendors' code on threads of its own and waits only so long. Code that overruns is interrupted and left behind:
 * Java cannot stop it, but nobody waits for it any more.
 */
@Component(service = VendorCalls.class, configurationPid = TrustedPartySettings.PID)
@Designate(ocd = TrustedPartySettings.class)
public final class VendorCalls {

    private static final int SHORTEST_LIMIT_MILLIS = 50;

    private final Duration limit;
    private final ExecutorService threads;

    /** Reads the limit. */
    @Activate
    public VendorCalls(TrustedPartySettings settings) {
        this(Duration.ofMillis(settings.policy__limit__millis()));
    }

    /**
     * Waits so long for an answer.
     *
     * @throws IllegalArgumentException when that is shorter than 50 ms
     */
    public VendorCalls(Duration limit) {
        if (limit.toMillis() < SHORTEST_LIMIT_MILLIS) {
            throw new IllegalArgumentException(
                    "policy_limit_millis must be at least " + SHORTEST_LIMIT_MILLIS + ", not " + limit.toMillis());
        }
        this.limit = limit;
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "trust-policy-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Interrupts whatever still runs. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    /**
     * Asks.
     *
     * @throws VendorFailure when the code throws or takes too long
     */
    <T> T ask(Callable<T> question) throws VendorFailure {
        Future<T> running = threads.submit(question);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new VendorFailure("threw " + e.getCause(), e);
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new VendorFailure("took longer than " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "the server is stopping"), e);
        }
    }

    /** A vendor's code did not do what it promised; the message says what instead. */
    static final class VendorFailure extends Exception {

        private static final long serialVersionUID = 1L;

        VendorFailure(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
