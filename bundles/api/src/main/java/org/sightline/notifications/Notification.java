package org.sightline.notifications;

import java.time.Instant;
import org.sightline.notifications.model.NoticeType;

/**
 * A card as one reader finds it in the inbox (docs/concepts.md, "Notifications").
 *
 * @param number     grows from card to card of a tenant
 * @param id         the card's, over the whole server
 * @param type       what it tells of
 * @param createdAt  when that happened
 * @param read       whether this reader has read it
 * @param title      one line in the tenant's language
 * @param text       a sentence or two in the tenant's language
 * @param link       where to look, or to act
 * @param objectKind what sort of thing it is about, such as {@code trust_request}
 * @param objectId   which one
 */
public record Notification(
        long number,
        String id,
        NoticeType type,
        Instant createdAt,
        boolean read,
        String title,
        String text,
        String link,
        String objectKind,
        String objectId) {}
