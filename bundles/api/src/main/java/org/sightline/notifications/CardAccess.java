package org.sightline.notifications;

import org.sightline.apps.model.App;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.NoticeType;

/** Who of those a card was meant for may still be shown it (docs/concepts.md, "Notifications"). */
public final class CardAccess {

    private CardAccess() {}

    /**
     * Whether a member may be shown a card: an active administrator, and of a decision on an app's review also the
     * app's owner.
     *
     * @param tenant   the state in which that is asked
     * @param user     one of the card's recipients
     * @param objectId what the card is about
     */
    public static boolean holds(TenantSnapshot tenant, UserId user, NoticeType type, String objectId) {
        DirectorySnapshot directory = tenant.directory();
        int number = directory.memberNumber(user);
        return number != DirectorySnapshot.NONE
                && directory.isActive(number)
                && (directory.administrator(user).isPresent() || isOfOwnApp(tenant, user, type, objectId));
    }

    private static boolean isOfOwnApp(TenantSnapshot tenant, UserId user, NoticeType type, String objectId) {
        return type == NoticeType.APP_REVIEW_DECIDED
                && tenant.apps()
                        .review(objectId)
                        .flatMap(review -> tenant.apps().app(review.app()))
                        .map(App::owner)
                        .filter(user::equals)
                        .isPresent();
    }
}
