package org.sightline.audit;

import java.util.Locale;

/** What sort of somebody acts. */
public enum ActorKind {
    /** Whoever holds the operator's token. */
    OPERATOR,
    /** A member of a tenant. */
    USER,
    /** An app. */
    APP,
    /** Whoever sits at the server's console. */
    CONSOLE,
    /** Another tenant, whose people are its own affair. */
    PARTNER,
    /** The server itself. */
    SYSTEM;

    /** Returns the word used in JSON and SQL. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
