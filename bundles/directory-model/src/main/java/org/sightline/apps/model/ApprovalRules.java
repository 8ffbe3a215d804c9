package org.sightline.apps.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant does with requests for permissions, by level and identity (docs/concepts.md, "Approval rules").
 *
 * @param app                   for the app's own identity, with or without the mark
 * @param user                  for a member's identity, without the mark
 * @param userSpecificSensitive for a member's identity with the mark, whatever the level
 * @param exceptions            permissions that are treated in a way of their own
 */
public record ApprovalRules(
        ByLevel app, ByLevel user, Approval userSpecificSensitive, SortedMap<AppPermission, Approval> exceptions) {

    /** The recommended table, which every tenant begins with. */
    public static final ApprovalRules RECOMMENDED = new ApprovalRules(
            new ByLevel(Approval.AUTO, Approval.REVIEW),
            new ByLevel(Approval.AUTO, Approval.AUTO),
            Approval.REVIEW,
            new TreeMap<>());

    /**
     * One column of the table.
     *
     * @param nonSensitive for non-sensitive permissions
     * @param advanced     for advanced ones
     */
    public record ByLevel(Approval nonSensitive, Approval advanced) {

        /** Returns what holds for a level. */
        public Approval of(PermissionLevel level) {
            return switch (level) {
                case NON_SENSITIVE -> nonSensitive;
                case ADVANCED -> advanced;
            };
        }
    }

    /** Takes a copy of the exceptions. */
    public ApprovalRules {
        exceptions = Collections.unmodifiableSortedMap(new TreeMap<>(exceptions));
    }

    /** Returns these rules with other exceptions. */
    public ApprovalRules withExceptions(SortedMap<AppPermission, Approval> changed) {
        return new ApprovalRules(app, user, userSpecificSensitive, changed);
    }

    /**
     * Returns what the rules say about a permission.
     *
     * @throws IllegalArgumentException when the permission does not exist for the identity
     */
    public Approval decide(Permission permission, Identity identity) {
        @Nullable Approval exception = exceptions.get(new AppPermission(permission.name(), identity));
        if (exception != null) {
            return exception;
        }
        PermissionLevel level = permission
                .use(identity)
                .orElseThrow(() -> new IllegalArgumentException(
                        "permission `" + permission.name() + "` does not exist for " + identity))
                .level();
        return byTable(level, identity, permission.specificSensitive());
    }

    /** Returns what the table says, exceptions aside. */
    public Approval byTable(PermissionLevel level, Identity identity, boolean specificSensitive) {
        return switch (identity) {
            case APP -> app.of(level);
            case USER -> specificSensitive ? userSpecificSensitive : user.of(level);
        };
    }
}
