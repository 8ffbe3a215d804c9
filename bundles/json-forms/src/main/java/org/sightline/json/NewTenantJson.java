package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.UserId;

/**
 * What a tenant is created from: its settings as in {@link TenantJson} and, when given, its first administrator.
 *
 * @param tenantKey    generated when absent
 * @param name         must be there
 * @param plan         must be there
 * @param timeZone     {@code UTC} when absent
 * @param region       none when absent
 * @param locale       {@code en} when absent
 * @param findByPhone  true when absent
 * @param primaryAdmin nobody when absent
 */
public record NewTenantJson(
        @Nullable String tenantKey,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"starter", "basic", "pro", "enterprise"})
        @Nullable
        String plan,

        @Nullable String timeZone,
        @Nullable String region,
        @Nullable String locale,
        @Nullable Boolean findByPhone,
        @Nullable PrimaryAdminJson primaryAdmin) {

    /**
     * Returns what is to be created.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public NewTenant toModel() {
        Faults faults = Faults.none();
        Tenant tenant = new TenantJson(tenantKey, name, plan, timeZone, region, locale, findByPhone).read(faults);
        Member first = primaryAdmin == null ? null : primaryAdmin.read(faults.below("primary_admin"));
        faults.refuseIfAny();
        return new NewTenant(tenant, first, primaryAdmin == null ? null : primaryAdmin.password());
    }

    /**
     * A tenant to be created.
     *
     * @param tenant        its settings
     * @param administrator the first primary administrator, in the root; null for nobody
     * @param password      theirs, not yet checked, faults belong to {@code /primary_admin/password}; null for nobody
     */
    public record NewTenant(
            Tenant tenant,
            @Nullable Member administrator,
            @Nullable String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "NewTenant[" + tenant + ", " + administrator + "]";
        }
    }

    /**
     * A tenant's first primary administrator.
     *
     * @param userId   generated when absent
     * @param name     must be there
     * @param email    none when absent
     * @param password must be there
     */
    public record PrimaryAdminJson(
            @Nullable String userId,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable String email,

            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            String password) {

        Member read(Faults faults) {
            faults.text("password", password);
            return new Member(
                    faults.optional("user_id", userId, UserId::new, UserId::random),
                    faults.text("name", name),
                    new Profile(null, Texts.orNull(email), null, null, null, null, null),
                    List.of(new Membership(DepartmentId.ROOT, 0)),
                    Map.of(),
                    MemberStatus.ACTIVE);
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "PrimaryAdminJson[" + userId + "]";
        }
    }
}
