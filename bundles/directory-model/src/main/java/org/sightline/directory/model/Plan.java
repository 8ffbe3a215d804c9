package org.sightline.directory.model;

import java.util.Locale;
import java.util.Optional;

/** What a tenant has subscribed to; decides quotas (docs/concepts.md, "Plans"). */
public enum Plan {
    /** The smallest plan. */
    STARTER,

    /** Offered in some regions only. */
    BASIC,

    /** May scan invitations. */
    PRO,

    /** As {@link #PRO}; vendors' quota policies usually tell them apart. */
    ENTERPRISE;

    /** Returns the word used in JSON, SQL, configuration and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Plan> ofKey(String key) {
        for (Plan candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
