package org.sightline.directory.internal.live;

import org.sightline.directory.model.TenantKey;

/** The tenant does not exist, or not any more. */
final class TenantGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TenantKey tenant;
    private final boolean replaced;

    TenantGoneException(TenantKey tenant, boolean replaced) {
        super("tenant is gone", null, false, false);
        this.tenant = tenant;
        this.replaced = replaced;
    }

    TenantKey tenant() {
        return tenant;
    }

    /** Whether another look may find a tenant with the same key. */
    boolean replaced() {
        return replaced;
    }
}
