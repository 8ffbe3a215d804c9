package org.sightline.apps.model;

import java.util.List;

/**
 * What a tenant does with requests for permissions, by level and identity (docs/concepts.md, "Approval rules").
 *
 * @param app                   for the app's own identity, with or without the mark
 * @param user                  for a member's identity, without the mark
 * @param userSpecificSensitive for a member's identity with the mark, whatever the level
 * @param exceptions            permissions that are treated in a way of their own, each at most once
 */
public record ApprovalRules(
        ByLevel app, ByLevel user, Approval userSpecificSensitive, List<ApprovalException> exceptions) {

    /** The recommended table, which every tenant begins with. */
    public static final ApprovalRules RECOMMENDED = new ApprovalRules(
            new ByLevel(Approval.AUTO, Approval.REVIEW),
            new ByLevel(Approval.AUTO, Approval.AUTO),
            Approval.REVIEW,
            List.of());

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

    /**
     * A permission that is treated in a way of its own.
     *
     * @param permission which one, and for which identity
     * @param decision   instead of what the table says
     */
    public record ApprovalException(AppPermission permission, Approval decision) {}

    /** Takes a copy of the exceptions. */
    public ApprovalRules {
        exceptions = List.copyOf(exceptions);
    }

    /** Returns these rules with other exceptions. */
    public ApprovalRules withExceptions(List<ApprovalException> changed) {
        return new ApprovalRules(app, user, userSpecificSensitive, changed);
    }

    /**
     * Returns what the rules say about a permission.
     *
     * @throws IllegalArgumentException when the permission does not exist for the identity
     */
    public Approval decide(Permission permission, Identity identity) {
        PermissionLevel level = permission
                .use(identity)
                .orElseThrow(() -> new IllegalArgumentException(
                        "permission `" + permission.name() + "` does not exist for " + identity))
                .level();
        AppPermission asked = new AppPermission(permission.name(), identity);
        return exceptions.stream()
                .filter(exception -> exception.permission().equals(asked))
                .findFirst()
                .map(ApprovalException::decision)
                .orElseGet(() -> byTable(level, identity, permission.specificSensitive()));
    }

    /** Returns what the table says, exceptions aside. */
    public Approval byTable(PermissionLevel level, Identity identity, boolean specificSensitive) {
        return switch (identity) {
            case APP -> app.of(level);
            case USER -> specificSensitive ? userSpecificSensitive : user.of(level);
        };
    }
}
