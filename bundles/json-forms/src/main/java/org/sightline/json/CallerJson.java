package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.AdminPermission;

/**
 * Who is asking.
 *
 * @param tenantKey   the caller's tenant; absent for the operator
 * @param userId      the member who calls, or for whom an app calls; absent for the operator and an app as itself
 * @param appId       the app that calls; absent when none does
 * @param kind        {@code operator}, {@code user} or {@code app}: {@code user} also for an app that calls for a member
 * @param primary     whether the caller is a primary administrator; absent for the operator and for apps
 * @param permissions of the caller's administrator role, all of them for a primary one; empty for a member without one;
 *                    for an app the names of the permissions it may use
 */
public record CallerJson(
        @Nullable String tenantKey,
        @Nullable String userId,
        @Nullable String appId,

        @Schema(allowableValues = {"operator", "user", "app"})
        String kind,

        @Nullable Boolean primary,
        List<@Nullable String> permissions) {

    /** Returns the form of a caller. */
    public static CallerJson of(Caller caller) {
        if (caller instanceof Caller.User user) {
            return ofUser(user);
        }
        if (caller instanceof Caller.App app) {
            return new CallerJson(app.tenant().value(), null, app.app().value(), "app", null, names(app.permissions()));
        }
        if (caller instanceof Caller.Delegate delegate) {
            return new CallerJson(
                    delegate.tenant().value(),
                    delegate.user().value(),
                    delegate.app().value(),
                    "user",
                    null,
                    names(delegate.permissions()));
        }
        return new CallerJson(null, null, null, "operator", null, List.of());
    }

    private static CallerJson ofUser(Caller.User user) {
        return new CallerJson(
                user.tenant().value(),
                user.user().value(),
                null,
                "user",
                user.isPrimary(),
                AdministratorJson.keys(user.isPrimary() ? Set.of(AdminPermission.values()) : user.permissions()));
    }

    private static List<@Nullable String> names(Set<PermissionName> permissions) {
        List<@Nullable String> names = new ArrayList<>();
        permissions.stream().sorted().map(PermissionName::value).forEach(names::add);
        return names;
    }
}
