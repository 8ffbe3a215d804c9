package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * What somebody proves themself with.
 *
 * @param tenantKey must be there
 * @param login     user id or email; must be there
 * @param password  must be there
 */
public record LoginJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String tenantKey,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String login,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String password) {

    /**
     * Returns what this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Login toModel() {
        Faults faults = Faults.none();
        Login read = new Login(
                faults.required("tenant_key", tenantKey, TenantKey::new, TenantKey::random),
                faults.text("login", login),
                faults.text("password", password));
        faults.refuseIfAny();
        return read;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "LoginJson[" + tenantKey + ", " + login + "]";
    }

    /**
     * What somebody proves themself with.
     *
     * @param tenant   where
     * @param login    user id or email
     * @param password in the clear
     */
    public record Login(TenantKey tenant, String login, String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Login[" + tenant + ", " + login + "]";
        }
    }
}
