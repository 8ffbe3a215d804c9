package org.sightline.notifications.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;

/**
 * A card as it is written with the change it tells of; its texts are made when it is read, in the reader's language.
 *
 * @param id         over the whole server
 * @param type       what it tells of
 * @param createdAt  when, to the microsecond
 * @param recipients who of the tenant gets it
 * @param objectKind what sort of thing it is about, such as {@code trust_request}
 * @param objectId   which one
 * @param parameters what the texts name, such as {@code partner_name}; never a secret
 */
public record Notice(
        String id,
        NoticeType type,
        Instant createdAt,
        List<UserId> recipients,
        String objectKind,
        String objectId,
        SortedMap<String, String> parameters) {

    /** Takes copies of the collections and drops what is shorter than a microsecond. */
    public Notice {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        recipients = List.copyOf(recipients);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Returns a card with a fresh id. */
    public static Notice of(
            NoticeType type,
            Instant createdAt,
            List<UserId> recipients,
            String objectKind,
            String objectId,
            Map<String, String> parameters) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return new Notice(id, type, createdAt, recipients, objectKind, objectId, new TreeMap<>(parameters));
    }

    /** Returns the same card for other recipients. */
    public Notice to(List<UserId> others) {
        return new Notice(id, type, createdAt, others, objectKind, objectId, parameters);
    }

    /** Returns a tenant's primary administrators. */
    public static List<UserId> primaryAdministrators(DirectorySnapshot tenant) {
        return tenant.administrators().stream()
                .filter(Administrator::primary)
                .map(Administrator::user)
                .toList();
    }

    /** Returns a tenant's primary administrators and those with a permission. */
    public static List<UserId> administrators(DirectorySnapshot tenant, AdminPermission permission) {
        return tenant.administrators().stream()
                .filter(administrator -> administrator.may(permission))
                .map(Administrator::user)
                .toList();
    }
}
