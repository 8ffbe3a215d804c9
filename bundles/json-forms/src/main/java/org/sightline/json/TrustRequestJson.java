package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.RequestView;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustRequest;

/**
 * A request for trust as one of the two sides sees it (docs/concepts.md, "From request to relation").
 *
 * @param requestId the request
 * @param state     how far it has come
 * @param from      the tenant that asks
 * @param to        the tenant that invited
 * @param share     whom the asking tenant would share
 * @param access    what it would permit
 * @param createdAt when it was submitted
 * @param decidedAt absent while it is pending
 * @param decidedBy the member who decided; absent while it is pending, and on the other side
 * @param reason    what the deciding side says; absent for nothing
 */
public record TrustRequestJson(
        String requestId,

        @Schema(allowableValues = {"pending", "approved", "rejected", "withdrawn"})
        String state,

        TenantNameJson from,
        TenantNameJson to,
        RequestShareJson share,

        @Schema(allowableValues = {"browse", "search_only"}) String access,

        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    /** Returns the form of a request. */
    public static TrustRequestJson of(RequestView view) {
        TrustRequest request = view.request();
        Decision decision = request.decision();
        return new TrustRequestJson(
                request.id(),
                request.state().key(),
                TenantNameJson.of(view.from()),
                TenantNameJson.of(view.to()),
                RequestShareJson.of(request.share(), view.outgoing()),
                request.access().equals(TrustAccess.SEARCH_ONLY)
                        ? NewTrustRequestJson.SEARCH_ONLY
                        : NewTrustRequestJson.BROWSE,
                request.createdAt(),
                decision == null ? null : decision.at(),
                view.decidedBy(),
                decision == null ? null : decision.reason());
    }

    /**
     * Whom a request would share: the ids for the asking side, how many they are for the inviting one.
     *
     * @param all             whether everyone
     * @param departmentIds   absent on the inviting side
     * @param userIds         absent on the inviting side
     * @param departmentCount absent on the asking side
     * @param userCount       absent on the asking side
     */
    public record RequestShareJson(
            boolean all,
            @Nullable List<@Nullable String> departmentIds,
            @Nullable List<@Nullable String> userIds,
            @Nullable Integer departmentCount,
            @Nullable Integer userCount) {

        static RequestShareJson of(SharingScope scope, boolean own) {
            ShareJson named = ShareJson.of(scope);
            return own
                    ? new RequestShareJson(scope.all(), named.departmentIds(), named.userIds(), null, null)
                    : new RequestShareJson(
                            scope.all(),
                            null,
                            null,
                            scope.departments().size(),
                            scope.members().size());
        }
    }
}
