package org.sightline.notifications.internal.delivery;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a channel under a time limit. The end is told exactly once: by the channel's thread, or by the alarm when
 * the channel takes too long; then the thread is interrupted, and whatever it does afterwards does not count.
 */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final int LONGEST_REASON = 500;

    private final Call call;
    private final Duration limit;
    private final Consumer<@Nullable String> end;
    private final Thread thread = Thread.currentThread();
    private boolean ended;

    /** What is asked of the channel. */
    interface Call {

        /**
         * Asks.
         *
         * @throws Exception whatever a vendor's code throws
         */
        void run() throws Exception;
    }

    /**
     * Prepares a call on the present thread.
     *
     * @param end gets the reason of a failure, or null when the call returned in time
     */
    Attempt(Call call, Duration limit, Consumer<@Nullable String> end) {
        this.call = call;
        this.limit = limit;
        this.end = end;
    }

    /** Calls the channel. */
    void run(ScheduledExecutorService alarms) {
        Future<?> alarm = alarms.schedule(this::overrun, limit.toMillis(), TimeUnit.MILLISECONDS);
        @Nullable String failure = null;
        try {
            call.run();
        } catch (Throwable thrown) {
            // Whatever a vendor's code throws, an error of linking included, is the end of this attempt and of nothing
            // else.
            failure = reason(thrown);
        }
        alarm.cancel(false);
        if (endsNow()) {
            end.accept(failure);
        }
    }

    private void overrun() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            thread.interrupt();
        }
        try {
            end.accept("took longer than " + limit.toSeconds() + " s");
        } catch (RuntimeException failure) {
            // The delivery is due again as soon as it stops being ours.
            LOG.warn("it could not be kept that a notification channel took too long", failure);
        }
    }

    private synchronized boolean endsNow() {
        boolean first = !ended;
        ended = true;
        // An interrupt that came in the last moment belongs to this attempt, not to the next.
        var unused = Thread.interrupted();
        return first;
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        String words = message == null || message.isBlank()
                ? thrown.getClass().getSimpleName()
                : thrown instanceof Error ? thrown.getClass().getSimpleName() + ": " + message : message;
        String line = words.replaceAll("\\p{Cc}+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
