package org.sightline.apps.model;

/** One thing that is different in the next state of a tenant's apps. "Put" adds or replaces by id. */
public sealed interface AppChange {

    /** The approval rules. */
    record PutRules(ApprovalRules rules) implements AppChange {}

    /** An app, without its versions, reviews and grants. */
    record PutApp(App app) implements AppChange {}

    /** An app that is gone, with all its versions, reviews and grants. */
    record RemoveApp(AppId id) implements AppChange {}

    /** A version. */
    record PutVersion(AppVersion version) implements AppChange {}

    /** A review. */
    record PutReview(AppReview review) implements AppChange {}

    /** A permission in force. */
    record PutGrant(AppGrant grant) implements AppChange {}

    /** A permission that is no longer in force. */
    record RemoveGrant(AppId app, AppPermission permission) implements AppChange {}
}
