package org.sightline.apps.model;

import java.util.Locale;
import java.util.Optional;

/** As whom an app calls (docs/concepts.md, "Identities"). */
public enum Identity {
    /** As itself; reaches its data range. */
    APP,

    /** For a member who agreed; reaches what the member sees. */
    USER;

    /** Returns the word used in JSON, SQL and at the console: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant with this {@link #key()}; empty when there is none. */
    public static Optional<Identity> ofKey(String key) {
        for (Identity candidate : values()) {
            if (candidate.key().equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
