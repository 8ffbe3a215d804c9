package org.sightline.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.resources.model.ResourceId;

/**
 * That an app wants to be told of something (docs/concepts.md, "Events").
 *
 * @param id        within the tenant
 * @param receiver  who is told, and for whom
 * @param event     of what
 * @param resource  about which resource alone; null for everything within reach
 * @param createdAt since when
 */
public record EventSubscription(
        String id,
        EventReceiver receiver,
        EventType event,
        @Nullable ResourceId resource,
        Instant createdAt) {

    /** Whether it asks for an event about a thing. */
    public boolean asksFor(EventType type, String object) {
        return event == type && (resource == null || resource.value().equals(object));
    }
}
