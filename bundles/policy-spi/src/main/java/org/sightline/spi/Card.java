package org.sightline.spi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * A card of the Admin Assistant, ready to be shown.
 *
 * @param id         over the whole server
 * @param type       such as {@code trust_request_received}
 * @param createdAt  when that happened
 * @param tenant     whose administrators are told
 * @param recipients who of them
 * @param locale     the language of the texts
 * @param title      one line
 * @param text       a sentence or two
 * @param link       where to look, or to act
 * @param objectKind what sort of thing it is about, such as {@code trust_request}
 * @param objectId   which one
 */
public record Card(
        String id,
        String type,
        Instant createdAt,
        TenantKey tenant,
        List<Recipient> recipients,
        Locale locale,
        String title,
        String text,
        String link,
        String objectKind,
        String objectId) {

    /** Takes a copy of the list. */
    public Card {
        recipients = List.copyOf(recipients);
    }

    /**
     * Somebody who is told.
     *
     * @param user  who
     * @param name  how they are called
     * @param email where they get mail; null when that is not known
     */
    public record Recipient(
            UserId user, String name, @Nullable String email) {}
}
