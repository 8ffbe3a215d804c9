package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.directory.model.AdminPermission;

/**
 * Who is asking.
 *
 * @param tenantKey   the caller's tenant; absent for the operator
 * @param userId      absent for the operator
 * @param kind        {@code operator}, {@code user} or {@code app}
 * @param primary     whether the caller is a primary administrator; absent for the operator
 * @param permissions of the caller's administrator role, all of them for a primary one; empty for a member without one
 */
public record CallerJson(
        @Nullable String tenantKey,
        @Nullable String userId,

        @Schema(allowableValues = {"operator", "user", "app"})
        String kind,

        @Nullable Boolean primary,
        List<@Nullable String> permissions) {

    /** Returns the form of a caller. */
    public static CallerJson of(Caller caller) {
        if (caller instanceof Caller.User user) {
            return new CallerJson(
                    user.tenant().value(),
                    user.user().value(),
                    "user",
                    user.isPrimary(),
                    AdministratorJson.keys(user.isPrimary() ? Set.of(AdminPermission.values()) : user.permissions()));
        }
        return new CallerJson(null, null, "operator", null, List.of());
    }
}
