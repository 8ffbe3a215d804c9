package org.sightline.notifications.internal.text;

import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;

/** Where cards lead: the list in which what they tell of is found, below the server's public address. */
public final class CardLinks {

    private final String publicUrl;

    /**
     * Creates the links.
     *
     * @param publicUrl of the server, without a slash at its end
     */
    public CardLinks(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Returns where a card of a tenant leads. */
    public String of(TenantKey tenant, Notice notice) {
        return publicUrl + "/api/v1/tenants/" + tenant + path(notice);
    }

    private static String path(Notice notice) {
        return switch (notice.type()) {
            case TRUST_REQUEST_RECEIVED, TRUST_REQUESTS_DIGEST -> "/trust/requests?direction=incoming&state=pending";
            case TRUST_REQUEST_WITHDRAWN -> "/trust/requests?direction=incoming";
            case TRUST_REQUEST_APPROVED, TRUST_REQUEST_REJECTED -> "/trust/requests?direction=outgoing";
            case TRUST_REMOVAL_REQUESTED, TRUST_REMOVAL_REJECTED, TRUST_REMOVAL_APPROVED -> "/trust/removals";
            case TRUST_REMOVED -> "/trust/parties";
            case APP_REVIEW_WAITING -> "/app-reviews?state=open";
            case APP_REVIEW_DECIDED -> "/app-reviews?state=closed";
        };
    }
}
