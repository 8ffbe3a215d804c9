package org.sightline.apps.internal.registry;

import org.sightline.apps.Apps;
import org.sightline.apps.internal.OneTenant;

/** The service on a tenant in memory. */
public final class TestApps {

    private TestApps() {}

    /** Returns a service that sends no events to private addresses. */
    public static Apps of(OneTenant tenant) {
        return new RegisteredApps(tenant, tenant, tenant, false);
    }
}
