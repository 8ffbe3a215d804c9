package org.sightline.shell.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.json.PluginJson;
import org.sightline.plugins.PolicySource;

/** What all rooms ask right now; those whose capability is off ask nobody. */
@Component(service = AskedPolicies.class)
public final class AskedPolicies {

    private final ServerBundles bundles;

    @Reference // many, dynamic; replaced as a whole
    volatile List<PolicySource> sources = List.of();

    /** Names bundles as these do. */
    @Activate
    public AskedPolicies(@Reference ServerBundles bundles) {
        this.bundles = bundles;
    }

    /** Returns them, room by room, in the order in which they are asked. */
    List<PluginJson> list() {
        return sources.stream()
                .flatMap(source -> source.policies().stream())
                .map(info -> PluginJson.of(info, bundles.offering(info.serviceId())))
                .toList();
    }
}
