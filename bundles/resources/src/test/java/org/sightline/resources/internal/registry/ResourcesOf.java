package org.sightline.resources.internal.registry;

import java.time.Duration;
import java.time.InstantSource;
import org.sightline.access.Caller;
import org.sightline.resources.Resources;
import org.sightline.resources.internal.Office;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceType;

/** Resources in the office, for tests of other packages. */
public final class ResourcesOf {

    private ResourcesOf() {}

    public static Resources service(Office office) {
        return new StoredResources(office.tenants, office.resources, office, (InstantSource) office);
    }

    public static Resource office(Office office, Caller.ByApp caller) {
        office.pass(Duration.ofSeconds(1));
        return service(office).create(caller, ResourceType.BASE, "Orders").value();
    }
}
