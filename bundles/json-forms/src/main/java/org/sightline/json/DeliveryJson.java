package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.notifications.model.Delivery;

/**
 * How far a card has come on one channel (docs/concepts.md, "Channels").
 *
 * @param tenantKey      whose card
 * @param notificationId which one
 * @param channel        {@code mail}, {@code webhook}, or the id of a vendor's channel
 * @param state          {@code pending}, {@code delivered} or {@code given_up}
 * @param attempts       how often it was tried
 * @param createdAt      when it was handed to the channel
 * @param nextAttemptAt  absent when it is not tried again
 * @param endedAt        when it arrived or was given up; absent before
 * @param error          what went wrong last; absent when nothing did
 */
public record DeliveryJson(
        String tenantKey,
        String notificationId,
        String channel,

        @Schema(allowableValues = {"pending", "delivered", "given_up"})
        String state,

        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** Returns the form of a delivery. */
    public static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(
                delivery.tenant().value(),
                delivery.notice(),
                delivery.channel(),
                delivery.state().key(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAt(),
                delivery.endedAt(),
                delivery.error());
    }
}
