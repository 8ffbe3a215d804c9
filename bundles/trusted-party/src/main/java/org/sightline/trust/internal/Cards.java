package org.sightline.trust.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Tenant;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;

/** The cards that administrators of trusted parties get (docs/concepts.md, "Notifications"). */
public final class Cards {

    private Cards() {}

    /**
     * Returns the card for a tenant's administrators; none when it has none.
     *
     * @param to         whose administrators
     * @param at         when it happened
     * @param objectKind what sort of thing it is about
     * @param objectId   which one
     * @param partner    the other tenant
     * @param reason     what the other tenant says; null for nothing
     */
    public static List<Notice> card(
            TenantSnapshot to,
            NoticeType type,
            Instant at,
            String objectKind,
            String objectId,
            Tenant partner,
            @Nullable String reason) {
        var recipients = Notice.administrators(to.directory(), AdminPermission.EXTERNAL_COLLABORATIONS);
        if (recipients.isEmpty()) {
            return List.of();
        }
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("partner_key", partner.key().value());
        parameters.put("partner_name", partner.name());
        if (reason != null) {
            parameters.put("reason", reason);
        }
        return List.of(Notice.of(type, at, recipients, objectKind, objectId, parameters));
    }
}
