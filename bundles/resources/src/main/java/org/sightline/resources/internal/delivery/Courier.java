package org.sightline.resources.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.access.SecretBox;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.EventPosts;
import org.sightline.events.model.EventDelivery;
import org.sightline.events.model.EventDelivery.Progress;
import org.sightline.events.model.EventDelivery.State;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.EventStore;
import org.sightline.store.EventStore.App;
import org.sightline.store.EventStore.Waiting;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events out of the store and hands them to the posts, as many at once as there is room for. Everything here runs
 * on one thread, which waits for the store and for nobody else; the store remembers everything, so that a server which
 * stops, or another one beside it, neither loses an event nor tells it twice, but for an attempt that was cut short.
 */
final class Courier {

    /** So many events of an app are unfolded at once; the rest waits in few rows. */
    static final int MOST_PENDING = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 500;

    private final EventStore store;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final Judge judge;
    private final Supplier<@Nullable EventPosts> posts;
    private final InstantSource clock;
    private final Patience patience;
    private final Lines lines;
    private final Executor thread;
    private final Runnable moreToDo;
    private final EventCounts counts = new EventCounts();
    private Instant nextSweep = Instant.MIN;

    /**
     * Creates the courier.
     *
     * @param posts    null while nobody carries events
     * @param thread   where all of this runs
     * @param moreToDo called when there is room again
     */
    Courier(
            EventStore store,
            Snapshots snapshots,
            SecretBox box,
            Judge judge,
            Supplier<@Nullable EventPosts> posts,
            InstantSource clock,
            Patience patience,
            Lines lines,
            Executor thread,
            Runnable moreToDo) {
        this.store = store;
        this.snapshots = snapshots;
        this.box = box;
        this.judge = judge;
        this.posts = posts;
        this.clock = clock;
        this.patience = patience;
        this.lines = lines;
        this.thread = thread;
        this.moreToDo = moreToDo;
    }

    /** Returns what came of the attempts. */
    EventCounts counts() {
        return counts;
    }

    /** Does what there is to do right now; waits for no receiver. */
    void round() {
        sweep();
        unfold();
        @Nullable EventPosts carrier = posts.get();
        if (carrier == null) {
            return;
        }
        Instant now = clock.instant();
        for (App app : store.dueApps(now)) {
            serve(app, carrier, now);
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        // A clock that was ahead and is right again must not put the next sweep off until then.
        if (now.isBefore(nextSweep) && !now.plus(BETWEEN_SWEEPS).isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(BETWEEN_SWEEPS);
        int given = store.giveUpOlder(now.minus(patience.giveUp()), now, tooOld());
        counts.count(State.GIVEN_UP, given);
        int removed = store.removeOlder(now.minus(patience.keep()));
        lines.sweep();
        if (given + removed > 0) {
            LOG.info("gave up {} events that no receiver took, and forgot {} old ones", given, removed);
        }
    }

    private String tooOld() {
        return "was not taken within " + patience.giveUp().toHours() + " h";
    }

    private void unfold() {
        boolean some;
        do {
            some = false;
            for (Waiting waiting : store.waiting()) {
                some |= unfold(waiting);
            }
        } while (some);
    }

    private boolean unfold(Waiting waiting) {
        Instant now = clock.instant();
        Instant at = waiting.occurrence().at();
        if (now.isAfter(at.plus(patience.giveUp()))) {
            return store.unfold(waiting, Progress.begun(at).expired(tooOld(), now));
        }
        return store.pending(waiting.app()) < MOST_PENDING && store.unfold(waiting, Progress.begun(now));
    }

    private void serve(App app, EventPosts carrier, Instant now) {
        int room = lines.room(app, now);
        while (room > 0) {
            List<EventDelivery> due = store.due(app, now, room);
            due.forEach(delivery -> attempt(app, delivery, carrier));
            // What had not to be told has left room for what comes after it.
            int left = lines.room(app, now);
            room = due.isEmpty() ? 0 : left;
        }
    }

    private void attempt(App app, EventDelivery delivery, EventPosts carrier) {
        Optional<EventDelivery> claimed = store.claim(delivery, clock.instant().plus(Patience.CLAIM));
        if (claimed.isEmpty()) {
            return;
        }
        EventDelivery held = claimed.get();
        try {
            Telling telling = tenant(held.tenant(), held.revision())
                    .map(tenant -> judge.judge(tenant, held))
                    .orElseGet(() -> new Telling.Drop("the tenant is gone"));
            if (telling instanceof Telling.Drop drop) {
                settle(held, held.progress().dropped(drop.reason(), clock.instant()));
            } else if (telling instanceof Telling.Tell tell) {
                tell(app, held, tell, carrier);
            }
        } catch (StoreUnavailableException lost) {
            throw lost;
        } catch (RuntimeException failure) {
            // One event that cannot be told must not keep the others waiting.
            LOG.warn("event {} of tenant {} cannot be told now", held.id(), held.tenant(), failure);
            settle(held, failure, clock.instant());
        }
    }

    /** Not older than the event, which another server may have written. */
    private Optional<TenantSnapshot> tenant(TenantKey key, long atLeast) {
        try {
            return Optional.of(snapshots.current(key, atLeast));
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private void tell(App app, EventDelivery held, Telling.Tell tell, EventPosts carrier) {
        String key = box.open(tell.sealedKey());
        CompletionStage<@Nullable Void> end = carrier.post(tell.url(), key, tell.message());
        lines.take(app);
        end.whenComplete((done, failure) -> thread.execute(() -> ended(app, held, failure)));
    }

    private void ended(App app, EventDelivery held, @Nullable Throwable failure) {
        Instant now = clock.instant();
        if (failure == null) {
            lines.arrived(app);
        } else {
            lines.failed(app, patience, now);
        }
        try {
            settle(held, failure, now);
        } catch (StoreUnavailableException lost) {
            LOG.warn("event {} is told once more, since the store does not keep how it fared", held.id(), lost);
        }
        moreToDo.run();
    }

    private void settle(EventDelivery held, @Nullable Throwable failure, Instant now) {
        if (failure == null) {
            settle(held, held.progress().delivered(now));
            return;
        }
        Progress outcome = patience.afterFailure(held.progress(), reason(failure), now);
        LOG.info(
                "app {} of tenant {} did not take event {}, attempt {}: {}",
                held.receiver().app(),
                held.tenant(),
                held.id(),
                outcome.attempts(),
                outcome.error());
        settle(held, outcome);
    }

    private void settle(EventDelivery held, Progress outcome) {
        store.settle(held, outcome);
        counts.count(outcome.state(), 1);
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        String words = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        String line = words.replaceAll("\\p{Cc}+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }

    /** Returns when there will be something to do; null when nothing is in sight. */
    @Nullable
    Instant next() {
        Instant now = clock.instant();
        @Nullable Instant due = store.nextDue(now).orElse(null);
        @Nullable Instant awake = lines.nextAwake(now);
        if (due == null || awake == null) {
            return due == null ? awake : due;
        }
        return due.isBefore(awake) ? due : awake;
    }
}
