package org.sightline.json;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.UserId;
import org.sightline.events.EventMessage;
import org.sightline.events.model.EventType;

/**
 * An event as it is posted to an app (docs/concepts.md, "Events").
 *
 * @param eventId    the same in every attempt
 * @param event      what happened, such as {@code user.created}
 * @param occurredAt when
 * @param tenantKey  whose
 * @param userId     for whom the app subscribed; absent when it did so as itself
 * @param object     what it happened to: only what the app may know
 */
public record EventJson(
        String eventId,
        String event,
        Instant occurredAt,
        String tenantKey,
        @Nullable String userId,
        Object object) {

    /** Returns the form of an event. */
    public static EventJson of(EventMessage message) {
        @Nullable UserId user = message.user();
        return new EventJson(
                message.id(),
                message.event().key(),
                message.occurredAt(),
                message.tenant().value(),
                user == null ? null : user.value(),
                object(message));
    }

    private static Object object(EventMessage message) {
        EventMessage.Thing thing = message.thing();
        if (thing instanceof EventMessage.Thing.OfMember of) {
            return UserJson.of(of.member(), FieldTypes.of(of.fields()), of.open(), of.reached());
        }
        if (thing instanceof EventMessage.Thing.OfDepartment of) {
            return DepartmentJson.of(of.department(), of.open(), of.reached(), of.seen());
        }
        if (thing instanceof EventMessage.Thing.OfResource of) {
            return ResourceJson.of(of.resource());
        }
        if (thing instanceof EventMessage.Thing.Bare bare) {
            return Map.of(idName(message.event().subject()), bare.id());
        }
        throw new IllegalArgumentException("no form for " + thing.getClass());
    }

    private static String idName(EventType.Subject subject) {
        return switch (subject) {
            case USER -> "user_id";
            case DEPARTMENT -> "department_id";
            case RESOURCE -> "id";
        };
    }
}
