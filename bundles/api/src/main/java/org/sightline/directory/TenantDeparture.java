package org.sightline.directory;

import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.TenantKey;

/** Puts other tenants' affairs with a tenant in order before it is deleted. Register as an OSGi service. */
@ConsumerType
public interface TenantDeparture {

    /**
     * Ends what others have with the tenant; what it throws keeps the tenant from being deleted.
     *
     * @param actor who deletes the tenant
     */
    void leaving(TenantKey tenant, Actor actor);
}
