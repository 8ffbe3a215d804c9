package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventDelivery;

/**
 * How far the telling of one event has come (docs/concepts.md, "Deliveries").
 *
 * @param deliveryId    names the delivery
 * @param eventId       what the receiver gets as {@code event_id}
 * @param event         what happened
 * @param object        what it happened to
 * @param userId        for whom the app subscribed; absent when it did so as itself
 * @param occurredAt    when
 * @param state         how far; dropped is what the app must not be told any more
 * @param attempts      how often it was tried since it was put on its way last
 * @param nextAttemptAt absent when it is not tried again
 * @param endedAt       absent while it is pending
 * @param error         what went wrong last; absent when nothing did
 */
public record EventDeliveryJson(
        String deliveryId,
        String eventId,
        String event,
        AuditEntryJson.ReferenceJson object,
        @Nullable String userId,
        Instant occurredAt,

        @Schema(allowableValues = {"pending", "delivered", "given_up", "dropped"})
        String state,

        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    /** Returns the form of a delivery. */
    public static EventDeliveryJson of(EventDelivery delivery) {
        @Nullable UserId user = delivery.receiver().user();
        EventDelivery.Progress progress = delivery.progress();
        return new EventDeliveryJson(
                delivery.id(),
                delivery.id(),
                delivery.event().key(),
                new AuditEntryJson.ReferenceJson(delivery.event().subject().key(), delivery.object()),
                user == null ? null : user.value(),
                delivery.occurredAt(),
                progress.state().key(),
                progress.attempts(),
                progress.nextAt(),
                progress.endedAt(),
                progress.error());
    }
}
