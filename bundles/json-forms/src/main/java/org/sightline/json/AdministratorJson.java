package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;

/**
 * A member's administrator role (docs/concepts.md, "Roles").
 *
 * @param userId      the member; never absent in answers, may be left out where the path names the member
 * @param primary     whether everything in the tenant is allowed; false when absent
 * @param permissions what is allowed beside, in the order of docs/concepts.md; none when absent
 */
public record AdministratorJson(
        @Nullable String userId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        Boolean primary,

        @Nullable List<@Nullable String> permissions) {

    /** Returns the form of an administrator. */
    public static AdministratorJson of(Administrator administrator) {
        return new AdministratorJson(
                administrator.user().value(), administrator.primary(), keys(administrator.permissions()));
    }

    /**
     * Returns the role this form gives a member.
     *
     * @param user whom the path names
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault; {@code immutable_field} when the
     *     form names somebody else
     */
    public Administrator toModel(UserId user) {
        Faults faults = Faults.none();
        if (userId != null && !userId.equals(user.value())) {
            faults.add("user_id", Codes.IMMUTABLE_FIELD, "must be the user of the path, `" + user + "`, or left out");
        }
        List<AdminPermission> allowed = faults.list("permissions", permissions, AdministratorJson::permission);
        faults.refuseIfAny();
        return new Administrator(user, Boolean.TRUE.equals(primary), Set.copyOf(allowed));
    }

    static List<@Nullable String> keys(Set<AdminPermission> permissions) {
        Set<AdminPermission> inOrder = EnumSet.noneOf(AdminPermission.class);
        inOrder.addAll(permissions);
        return List.copyOf(inOrder.stream().map(AdminPermission::key).toList());
    }

    private static AdminPermission permission(String key) {
        return AdminPermission.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + String.join(", ", keys(EnumSet.allOf(AdminPermission.class)))));
    }
}
