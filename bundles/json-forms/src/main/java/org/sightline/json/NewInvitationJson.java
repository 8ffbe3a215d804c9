package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.InvitationTerms;

/**
 * An invitation to be made (docs/concepts.md, "Invitation"); everything may be left out.
 *
 * @param expiresAt    a time of RFC 3339; absent when it does not expire
 * @param singleUse    whether one submitted request uses it up; false when absent
 * @param forTenantKey the only tenant that may use it; absent for any
 */
public record NewInvitationJson(
        @Schema(format = "date-time") @Nullable String expiresAt,
        @Nullable Boolean singleUse,
        @Nullable String forTenantKey) {

    /** For anybody, as often as they like, until it is reset. */
    public static final NewInvitationJson OPEN = new NewInvitationJson(null, null, null);

    /**
     * Returns the terms this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public InvitationTerms toModel() {
        Faults faults = Faults.none();
        Instant end = expiresAt == null
                ? null
                : faults.required("expires_at", expiresAt, NewInvitationJson::instant, () -> Instant.EPOCH);
        TenantKey receiver = forTenantKey == null
                ? null
                : faults.required("for_tenant_key", forTenantKey, TenantKey::new, TenantKey::random);
        faults.refuseIfAny();
        return new InvitationTerms(end, Boolean.TRUE.equals(singleUse), receiver);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a time such as `2026-03-01T09:00:00Z`", e);
        }
    }
}
