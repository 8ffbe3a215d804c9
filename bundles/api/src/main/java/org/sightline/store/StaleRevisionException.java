package org.sightline.store;

import org.sightline.directory.model.TenantKey;

/** A tenant has moved on since the changes were decided; decide again on the newest state. */
public final class StaleRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StaleRevisionException(TenantKey tenant, long expectedRevision) {
        super("tenant `" + tenant + "` is no longer at revision " + expectedRevision);
    }
}
