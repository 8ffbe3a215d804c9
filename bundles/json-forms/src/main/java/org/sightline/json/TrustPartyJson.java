package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.PartyView;
import org.sightline.trust.TrustQuota;
import org.sightline.trust.model.SharingScope;

/**
 * A relation as one of its two sides sees it (docs/concepts.md, "Trusted parties").
 *
 * @param partner     the other tenant
 * @param state       {@code removal_pending} while a removal waits
 * @param since       when the request was approved
 * @param sponsor     the tenant whose quota it counts against
 * @param grantedByUs what we grant
 * @param grantedToUs what the partner grants
 * @param quota       ours
 * @param removal     the one that waits; absent when none does
 */
public record TrustPartyJson(
        TenantNameJson partner,

        @Schema(allowableValues = {"active", "removal_pending"})
        String state,

        Instant since,
        String sponsor,
        GrantJson grantedByUs,
        ReceivedJson grantedToUs,
        QuotaJson quota,
        @Nullable TrustRemovalJson removal) {

    /** Returns the form of a relation. */
    public static TrustPartyJson of(PartyView view) {
        return new TrustPartyJson(
                TenantNameJson.of(view.partner()),
                view.removal().isPresent() ? "removal_pending" : "active",
                view.own().since(),
                view.own().sponsor().value(),
                new GrantJson(ShareJson.of(view.own().share()), TrustPermissionsJson.of(view.granted())),
                new ReceivedJson(ShareCountJson.of(view.theirShare()), TrustPermissionsJson.of(view.theirGrants())),
                QuotaJson.of(view.quota()),
                view.removal().map(TrustRemovalJson::of).orElse(null));
    }

    /**
     * What we grant.
     *
     * @param share       whom we share
     * @param permissions what we permit
     */
    public record GrantJson(ShareJson share, TrustPermissionsJson permissions) {}

    /**
     * What the partner grants.
     *
     * @param share       how many it names
     * @param permissions what it permits
     */
    public record ReceivedJson(ShareCountJson share, TrustPermissionsJson permissions) {}

    /**
     * How many a scope names.
     *
     * @param all             whether everyone is shared
     * @param departmentCount departments that are named
     * @param userCount       members who are named one by one
     */
    public record ShareCountJson(boolean all, int departmentCount, int userCount) {

        static ShareCountJson of(SharingScope scope) {
            return new ShareCountJson(
                    scope.all(), scope.departments().size(), scope.members().size());
        }
    }

    /**
     * How many relations a tenant may sponsor.
     *
     * @param limit how many it may
     * @param used  how many it does
     */
    public record QuotaJson(int limit, int used) {

        static QuotaJson of(TrustQuota quota) {
            return new QuotaJson(quota.limit(), quota.used());
        }
    }
}
