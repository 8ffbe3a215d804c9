package org.sightline.directory.internal.live;

/** The tenant does not exist, or not any more. */
final class TenantGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean replaced;

    TenantGoneException(boolean replaced) {
        super("tenant is gone", null, false, false);
        this.replaced = replaced;
    }

    /** Whether another look may find a tenant with the same key. */
    boolean replaced() {
        return replaced;
    }
}
