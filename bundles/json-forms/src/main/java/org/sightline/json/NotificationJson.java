package org.sightline.json;

import java.time.Instant;
import org.sightline.notifications.Notification;

/**
 * A card in an administrator's inbox (docs/concepts.md, "Notifications").
 *
 * @param notificationId over the whole server
 * @param type           such as {@code trust_request_received}
 * @param createdAt      when that happened
 * @param read           whether the caller has read it
 * @param title          one line in the tenant's language
 * @param text           a sentence or two in the tenant's language
 * @param link           where to look, or to act
 * @param object         what it is about
 */
public record NotificationJson(
        String notificationId,
        String type,
        Instant createdAt,
        boolean read,
        String title,
        String text,
        String link,
        AuditEntryJson.ReferenceJson object) {

    /** Returns the form of a card. */
    public static NotificationJson of(Notification card) {
        return new NotificationJson(
                card.id(),
                card.type().key(),
                card.createdAt(),
                card.read(),
                card.title(),
                card.text(),
                card.link(),
                new AuditEntryJson.ReferenceJson(card.objectKind(), card.objectId()));
    }
}
