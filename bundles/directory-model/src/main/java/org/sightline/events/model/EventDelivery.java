package org.sightline.events.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.TenantKey;

/**
 * How far the telling of one event has come (docs/concepts.md, "Deliveries").
 *
 * @param tenant     whose event
 * @param number     grows from event to event of a receiver
 * @param revision   of the tenant, with which it happened
 * @param id         over the whole server; also the event's
 * @param receiver   who is told
 * @param event      what happened
 * @param object     the id of the thing it happened to
 * @param occurredAt when it happened
 * @param range      what the app reached then
 * @param progress   how far
 */
public record EventDelivery(
        TenantKey tenant,
        long number,
        long revision,
        String id,
        EventReceiver receiver,
        EventType event,
        String object,
        Instant occurredAt,
        DataRange range,
        Progress progress) {

    /**
     * How far a delivery has come.
     *
     * @param state    how far
     * @param attempts how often it was tried since it was put on its way last
     * @param since    when it was put on its way, at first or again
     * @param nextAt   when it is tried next; null when it is not
     * @param heldUntil until when somebody is trying it; null when nobody is
     * @param endedAt  when it ended; null before
     * @param error    what went wrong last; null when nothing did
     */
    public record Progress(
            State state,
            int attempts,
            Instant since,
            @Nullable Instant nextAt,
            @Nullable Instant heldUntil,
            @Nullable Instant endedAt,
            @Nullable String error) {

        /** Returns how a delivery begins. */
        public static Progress begun(Instant now) {
            return new Progress(State.PENDING, 0, now, now, null, null, null);
        }

        /** Returns this while somebody tries it. */
        public Progress held(Instant until) {
            return new Progress(state, attempts, since, nextAt, until, endedAt, error);
        }

        /** Returns this after the receiver took it. */
        public Progress delivered(Instant now) {
            return new Progress(State.DELIVERED, attempts + 1, since, null, null, now, null);
        }

        /** Returns this after an attempt that failed. */
        public Progress failed(String reason, Instant next) {
            return new Progress(State.PENDING, attempts + 1, since, next, null, null, reason);
        }

        /** Returns this after the last attempt failed. */
        public Progress givenUp(String reason, Instant now) {
            return new Progress(State.GIVEN_UP, attempts + 1, since, null, null, now, reason);
        }

        /** Returns this after it turned out that the app must not be told. */
        public Progress dropped(String reason, Instant now) {
            return new Progress(State.DROPPED, attempts, since, null, null, now, reason);
        }

        /** Returns this after it was on its way for too long. */
        public Progress expired(String reason, Instant now) {
            return new Progress(State.GIVEN_UP, attempts, since, null, null, now, error == null ? reason : error);
        }

        /** Returns this when nobody tries it any more. */
        public Progress free() {
            return new Progress(state, attempts, since, nextAt, null, endedAt, error);
        }

        /** Returns this put on its way again. */
        public Progress again(Instant now) {
            return new Progress(State.PENDING, 0, now, now, heldUntil, null, error);
        }
    }

    /** How far a delivery has come. */
    public enum State {
        /** It will be tried, or tried again. */
        PENDING,
        /** The receiver has it. */
        DELIVERED,
        /** It was tried for too long. */
        GIVEN_UP,
        /** The app must not be told any more. */
        DROPPED;

        /** Returns the word used in JSON and SQL. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the constant with this {@link #key()}; empty when there is none. */
        public static Optional<State> ofKey(String key) {
            for (State candidate : values()) {
                if (candidate.key().equals(key)) {
                    return Optional.of(candidate);
                }
            }
            return Optional.empty();
        }
    }

    /** Returns this delivery with other progress. */
    public EventDelivery with(Progress other) {
        return new EventDelivery(tenant, number, revision, id, receiver, event, object, occurredAt, range, other);
    }
}
