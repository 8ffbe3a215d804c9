package org.sightline.apps.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppReview;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;

/** The cards that tell administrators, and at the end the developer, of a review. */
public final class AppCards {

    private AppCards() {}

    /** Something waits for an administrator. */
    public static Notice waiting(TenantSnapshot tenant, App app, AppReview review, Instant at) {
        return card(NoticeType.APP_REVIEW_WAITING, at, administrators(tenant), app, review);
    }

    /** Everything is decided. */
    public static Notice decided(TenantSnapshot tenant, App app, AppReview review, Instant at) {
        List<UserId> recipients = new ArrayList<>(administrators(tenant));
        DirectorySnapshot directory = tenant.directory();
        int owner = directory.memberNumber(app.owner());
        if (owner != DirectorySnapshot.NONE && directory.isActive(owner) && !recipients.contains(app.owner())) {
            recipients.add(app.owner());
        }
        return card(NoticeType.APP_REVIEW_DECIDED, at, recipients, app, review);
    }

    private static List<UserId> administrators(TenantSnapshot tenant) {
        return Notice.administrators(tenant.directory(), AdminPermission.ALL_APPLICATIONS_MANAGEMENT);
    }

    private static Notice card(NoticeType type, Instant at, List<UserId> recipients, App app, AppReview review) {
        return Notice.of(
                type,
                at,
                recipients,
                "app_review",
                review.id(),
                Map.of("app_id", app.id().value(), "app_name", app.name(), "version", review.version()));
    }
}
