package org.sightline.communication.internal;

/** How the tenants of two members stand to each other. */
enum Relation {
    /** They are one tenant. */
    SAME_TENANT,
    /** They trust each other. */
    TRUSTED,
    /** They do not, or no longer. */
    STRANGERS
}
