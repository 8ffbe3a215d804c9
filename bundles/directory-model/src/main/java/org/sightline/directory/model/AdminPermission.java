package org.sightline.directory.model;

import java.util.Locale;
import java.util.Optional;

/** What an administrator who is not a primary one may do (docs/concepts.md, "Roles"). */
public enum AdminPermission {
    /** Trusted parties, all but deciding on a removal. */
    EXTERNAL_COLLABORATIONS,

    /** Visibility policy, verify and preview. */
    MEMBER_PERMISSIONS,

    /** Writing the directory. */
    ORGANIZATION,

    /** App approvals and rules. */
    ALL_APPLICATIONS_MANAGEMENT;

    /** Returns the word used in JSON, SQL, configuration and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<AdminPermission> ofKey(String key) {
        for (AdminPermission candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
