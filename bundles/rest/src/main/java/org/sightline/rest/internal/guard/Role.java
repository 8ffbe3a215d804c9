package org.sightline.rest.internal.guard;

import org.sightline.access.Caller;
import org.sightline.directory.model.AdminPermission;

/** Who may call a resource method (docs/api.md, "Roles"); of several roles one is enough. */
public enum Role {
    /** Anybody, without a token. */
    PUBLIC("anybody"),

    /** Anybody with a token. */
    SIGNED_IN("anybody with a token"),

    /** The holder of the operator's token. */
    OPERATOR("the operator"),

    /** Any active member of the tenant. */
    MEMBER("a member of the tenant"),

    /** A member with any administrator role; the operator, where the tenant lets them in. */
    ADMINISTRATOR("an administrator"),

    /** A member with any administrator role, and nobody else: what belongs to the member alone. */
    ADMINISTRATING_MEMBER("a member who is an administrator"),

    /** A primary administrator, or one with {@code organization}; the operator, where the tenant lets them in. */
    ORGANIZATION("an administrator with `organization`"),

    /** A primary administrator, or one with {@code member_permissions}; the operator, where the tenant lets them in. */
    MEMBER_PERMISSIONS("an administrator with `member_permissions`"),

    /** A primary administrator, or one with {@code external_collaborations}; the operator, where the tenant lets them in. */
    EXTERNAL_COLLABORATIONS("an administrator with `external_collaborations`"),

    /** A primary administrator, or one with {@code all_applications_management}. */
    ALL_APPLICATIONS_MANAGEMENT("an administrator with `all_applications_management`"),

    /** A primary administrator. */
    PRIMARY("a primary administrator"),

    /** An app that calls as itself. */
    APP("an app"),

    /** An app that calls for a member who agreed. */
    DELEGATE("an app for a member");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** Returns the role in words, to follow "this is for". */
    public String words() {
        return words;
    }

    /**
     * Whether the caller has the role; a member's tenant is the one that is asked about.
     *
     * @param letIn whether the caller is the operator and the tenant that is asked about lets them in
     */
    public boolean isHeldBy(Caller caller, boolean letIn) {
        return switch (this) {
            case PUBLIC, SIGNED_IN -> true;
            case OPERATOR -> caller instanceof Caller.Operator;
            case MEMBER -> caller instanceof Caller.User;
            case ADMINISTRATOR -> letIn || (caller instanceof Caller.User user && user.isAdministrator());
            case ADMINISTRATING_MEMBER -> caller instanceof Caller.User user && user.isAdministrator();
            case ORGANIZATION ->
                letIn || (caller instanceof Caller.User user && user.may(AdminPermission.ORGANIZATION));
            case MEMBER_PERMISSIONS ->
                letIn || (caller instanceof Caller.User user && user.may(AdminPermission.MEMBER_PERMISSIONS));
            case EXTERNAL_COLLABORATIONS ->
                letIn || (caller instanceof Caller.User user && user.may(AdminPermission.EXTERNAL_COLLABORATIONS));
            case ALL_APPLICATIONS_MANAGEMENT ->
                letIn || (caller instanceof Caller.User user && user.may(AdminPermission.ALL_APPLICATIONS_MANAGEMENT));
            case PRIMARY -> caller instanceof Caller.User user && user.isPrimary();
            case APP -> caller instanceof Caller.App;
            case DELEGATE -> caller instanceof Caller.Delegate;
        };
    }
}
