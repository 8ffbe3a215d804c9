package org.sightline.notifications.model;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * How far one card has come on one channel (docs/concepts.md, "Channels").
 *
 * @param tenant    whose card
 * @param channel   the channel's id
 * @param number    the card's
 * @param notice    the card's id
 * @param state     how far
 * @param attempts  how often it was tried
 * @param createdAt when the card was handed to the channel
 * @param nextAt    when it is tried next; null when it is not
 * @param endedAt   when it arrived or was given up; null before
 * @param error     what went wrong last; null when nothing did
 */
public record Delivery(
        TenantKey tenant,
        String channel,
        long number,
        String notice,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** How far a card has come. */
    public enum State {
        /** It will be tried, or tried again. */
        PENDING,
        /** The receiver has it. */
        DELIVERED,
        /** It was tried for too long. */
        GIVEN_UP;

        /** Returns the word used in JSON and SQL. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns this delivery while somebody tries it. */
    public Delivery claimed(Instant until) {
        return new Delivery(tenant, channel, number, notice, state, attempts, createdAt, until, endedAt, error);
    }

    /** Returns this delivery after it arrived. */
    public Delivery delivered(Instant at) {
        return new Delivery(tenant, channel, number, notice, State.DELIVERED, attempts + 1, createdAt, null, at, null);
    }

    /** Returns this delivery after it failed. */
    public Delivery failed(String reason, Instant next) {
        return new Delivery(
                tenant, channel, number, notice, State.PENDING, attempts + 1, createdAt, next, null, reason);
    }

    /** Returns this delivery after it failed for the last time. */
    public Delivery givenUp(String reason, Instant at) {
        return new Delivery(tenant, channel, number, notice, State.GIVEN_UP, attempts + 1, createdAt, null, at, reason);
    }
}
