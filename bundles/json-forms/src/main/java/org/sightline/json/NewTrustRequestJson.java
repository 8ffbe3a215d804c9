package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;

/**
 * A request for trust to be submitted (docs/concepts.md, "From request to relation").
 *
 * @param code   the invitation's; never absent
 * @param share  whom the asking tenant would share; nobody when absent
 * @param access {@code browse} (find and browse) or {@code search_only}; {@code browse} when absent
 */
public record NewTrustRequestJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String code,

        @Nullable ShareJson share,

        @Schema(allowableValues = {"browse", "search_only"}) @Nullable
        String access) {

    static final String BROWSE = "browse";
    static final String SEARCH_ONLY = "search_only";

    /**
     * What a request asks.
     *
     * @param code   the invitation's
     * @param share  whom the asking tenant would share
     * @param access what it would permit
     */
    public record NewTrustRequest(String code, SharingScope share, TrustAccess access) {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "NewTrustRequest[]";
        }
    }

    /**
     * Returns the request this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public NewTrustRequest toModel() {
        Faults faults = Faults.none();
        String text = faults.text("code", code);
        SharingScope scope = share == null ? SharingScope.NOBODY : share.read(faults.below("share"));
        TrustAccess permitted = access(faults);
        faults.refuseIfAny();
        return new NewTrustRequest(text, scope, permitted);
    }

    private TrustAccess access(Faults faults) {
        if (access == null || access.equals(BROWSE)) {
            return TrustAccess.FULL;
        }
        if (!access.equals(SEARCH_ONLY)) {
            faults.invalid("access", "must be one of `" + BROWSE + "`, `" + SEARCH_ONLY + "`");
        }
        return TrustAccess.SEARCH_ONLY;
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "NewTrustRequestJson[]";
    }
}
