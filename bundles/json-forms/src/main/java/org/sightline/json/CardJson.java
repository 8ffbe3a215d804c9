package org.sightline.json;

import java.time.Instant;
import java.util.List;
import org.sightline.spi.Card;

/**
 * A card as it is posted to a webhook (docs/concepts.md, "Channels").
 *
 * @param notificationId   over the whole server
 * @param type             such as {@code trust_request_received}
 * @param createdAt        when that happened
 * @param tenantKey        whose administrators are told
 * @param recipientUserIds who of them
 * @param title            one line in the tenant's language
 * @param text             a sentence or two in the tenant's language
 * @param link             where to look, or to act
 * @param object           what it is about
 */
public record CardJson(
        String notificationId,
        String type,
        Instant createdAt,
        String tenantKey,
        List<String> recipientUserIds,
        String title,
        String text,
        String link,
        AuditEntryJson.ReferenceJson object) {

    /** Returns the form of a card. */
    public static CardJson of(Card card) {
        return new CardJson(
                card.id(),
                card.type(),
                card.createdAt(),
                card.tenant().value(),
                card.recipients().stream()
                        .map(recipient -> recipient.user().value())
                        .toList(),
                card.title(),
                card.text(),
                card.link(),
                new AuditEntryJson.ReferenceJson(card.objectKind(), card.objectId()));
    }
}
