package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.problem.Codes;
import org.sightline.resources.model.ResourceId;

/**
 * What an app wants to be told of (docs/concepts.md, "Events").
 *
 * @param subscriptionId never absent in answers, cannot be said
 * @param event          of what, such as {@code user.created}; never absent in answers
 * @param resourceId     about which resource alone; absent for all that the identity owns or administers
 * @param createdAt      never absent in answers, cannot be said
 */
public record EventSubscriptionJson(
        @Nullable String subscriptionId,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {
                    "user.created",
                    "user.updated",
                    "user.deleted",
                    "department.created",
                    "department.updated",
                    "department.deleted",
                    "resource.created",
                    "resource.updated",
                    "resource.deleted"
                })
        @Nullable
        String event,

        @Nullable String resourceId,
        @Nullable Instant createdAt) {

    /** Returns the form of a subscription. */
    public static EventSubscriptionJson of(EventSubscription subscription) {
        @Nullable ResourceId resource = subscription.resource();
        return new EventSubscriptionJson(
                subscription.id(),
                subscription.event().key(),
                resource == null ? null : resource.value(),
                subscription.createdAt());
    }

    /**
     * Returns what is subscribed to.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault; {@code immutable_field} for what a
     *     caller cannot say
     */
    public Wish toModel() {
        Faults faults = Faults.none();
        if (subscriptionId != null) {
            faults.add("subscription_id", Codes.IMMUTABLE_FIELD, "the id is the server's to choose");
        }
        if (createdAt != null) {
            faults.add("created_at", Codes.IMMUTABLE_FIELD, "the time is the server's to say");
        }
        Optional<EventType> type = event == null ? Optional.empty() : EventType.ofKey(event);
        if (type.isEmpty()) {
            String words =
                    Arrays.stream(EventType.values()).map(EventType::key).collect(Collectors.joining("`, `", "`", "`"));
            faults.invalid("event", "must be one of " + words);
        }
        @Nullable
        ResourceId resource = resourceId == null
                ? null
                : faults.optional("resource_id", resourceId, ResourceId::new, ResourceId::random);
        faults.refuseIfAny();
        return new Wish(type.orElseThrow(), resource);
    }

    /**
     * What is subscribed to.
     *
     * @param event    of what
     * @param resource about which resource alone; null for all
     */
    public record Wish(EventType event, @Nullable ResourceId resource) {}
}
