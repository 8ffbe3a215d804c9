package org.sightline.problem;

/** The stable codes of refusals (docs/api.md, "Codes"). */
public final class Codes {

    /** The body is not JSON. */
    public static final String MALFORMED_JSON = "malformed_json";

    /** A header or another part of the request outside its body cannot be read. */
    public static final String MALFORMED_REQUEST = "malformed_request";

    /** The page token is not one of ours, belongs to another query, or is stale. */
    public static final String PAGE_TOKEN_INVALID = "page_token_invalid";

    /** The page size is not a number from 1 to 500. */
    public static final String INVALID_PAGE_SIZE = "invalid_page_size";

    /** No token, or none that is valid. */
    public static final String UNAUTHENTICATED = "unauthenticated";

    /** The caller's role does not allow it. */
    public static final String FORBIDDEN = "forbidden";

    /** The token lacks a permission. */
    public static final String PERMISSION_MISSING = "permission_missing";

    /** The tenant's plan does not include it. */
    public static final String PLAN_NOT_ELIGIBLE = "plan_not_eligible";

    /** There is no such thing, or the caller may not know of it. */
    public static final String NOT_FOUND = "not_found";

    /** The path exists, the method does not. */
    public static final String METHOD_NOT_ALLOWED = "method_not_allowed";

    /** The answer does not exist in the media type asked for. */
    public static final String NOT_ACCEPTABLE = "not_acceptable";

    /** Does not fit the present state; no more telling code applies. */
    public static final String CONFLICT = "conflict";

    /** The id is taken, or was once. */
    public static final String DUPLICATE_ID = "duplicate_id";

    /** Another member has the email address. */
    public static final String DUPLICATE_EMAIL = "duplicate_email";

    /** The plan allows no further supplementary rule. */
    public static final String RULE_QUOTA_EXCEEDED = "rule_quota_exceeded";

    /** A limit of the server is reached. */
    public static final String LIMIT_EXCEEDED = "limit_exceeded";

    /** Departments or members are still in it. */
    public static final String DEPARTMENT_NOT_EMPTY = "department_not_empty";

    /** The department would lie below itself. */
    public static final String DEPARTMENT_CYCLE = "department_cycle";

    /** Another unit holds the department. */
    public static final String DEPARTMENT_IN_OTHER_UNIT = "department_in_other_unit";

    /** The main rule needs the last unit. */
    public static final String UNIT_IN_USE = "unit_in_use";

    /** The tenant would be left without an active primary administrator. */
    public static final String LAST_PRIMARY_ADMIN = "last_primary_admin";

    /** The key was used with another request. */
    public static final String IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused";

    /** The thing has changed since it was read. */
    public static final String REVISION_MISMATCH = "revision_mismatch";

    /** The request is larger than allowed. */
    public static final String TOO_LARGE = "too_large";

    /** The body has a media type the path does not take. */
    public static final String UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type";

    /** A value is wrong; no more telling code applies. */
    public static final String INVALID = "invalid";

    /** There is no such field. */
    public static final String UNKNOWN_FIELD = "unknown_field";

    /** The field cannot be changed. */
    public static final String IMMUTABLE_FIELD = "immutable_field";

    /** `own_unit` needs a unit. */
    public static final String NO_UNIT_EXISTS = "no_unit_exists";

    /** Too many requests. */
    public static final String RATE_LIMITED = "rate_limited";

    /** Our fault; the incident id leads to the log. */
    public static final String INTERNAL = "internal";

    /** Something the answer needs is missing right now. */
    public static final String UNAVAILABLE = "unavailable";

    /** The capability is switched off. */
    public static final String FEATURE_OFF = "feature_off";

    /** The revision is older than what is kept. */
    public static final String REVISION_NOT_RETAINED = "revision_not_retained";

    /** The file is no backup, or not the one that was written. */
    public static final String BACKUP_DAMAGED = "backup_damaged";

    /** Only an empty server can be filled from a backup. */
    public static final String SERVER_NOT_EMPTY = "server_not_empty";

    /** The backup was made by another release, whose tables differ. */
    public static final String SCHEMA_MISMATCH = "schema_mismatch";

    /** The backup's secrets are sealed with the key of another server. */
    public static final String SERVER_KEY_MISMATCH = "server_key_mismatch";

    /** The plan does not allow a further trusted party. */
    public static final String TRUST_QUOTA_EXCEEDED = "trust_quota_exceeded";

    /** The two tenants trust each other already. */
    public static final String ALREADY_TRUSTED = "already_trusted";

    /** A request between the two tenants waits already. */
    public static final String REQUEST_OPEN = "request_open";

    /** Somebody has decided before. */
    public static final String ALREADY_DECIDED = "already_decided";

    /** The two tenants are in different regions. */
    public static final String REGION_MISMATCH = "region_mismatch";

    /** A policy of the operator or a vendor does not let the two tenants connect. */
    public static final String TRUST_POLICY_REFUSED = "trust_policy_refused";

    /** What is named lies outside the sharing scope. */
    public static final String OUTSIDE_SHARED_SCOPE = "outside_shared_scope";

    /** The invitation is the tenant's own. */
    public static final String OWN_INVITATION = "own_invitation";

    /** The invitation has expired. */
    public static final String INVITATION_EXPIRED = "invitation_expired";

    /** The code is unknown, was reset or used up, or is meant for somebody else. */
    public static final String INVITATION_INVALID = "invitation_invalid";

    /** The two may not chat. */
    public static final String CHAT_NOT_ALLOWED = "chat_not_allowed";

    /** Which app it is cannot be made out; a word of RFC 6749. */
    public static final String INVALID_CLIENT = "invalid_client";

    /** The code or refresh token does not hold, or no longer; a word of RFC 6749. */
    public static final String INVALID_GRANT = "invalid_grant";

    /** The scope names what there is not, or nothing that is granted; a word of RFC 6749. */
    public static final String INVALID_SCOPE = "invalid_scope";

    private Codes() {}
}
