package org.sightline.visibility.internal.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.TenantStore;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;

/** Tells which main rules there are and which tenants use them, also tenants nobody has asked about yet. */
@Component
public final class KnownMainRules implements MainRules {

    private final RegisteredMainRules registered;
    private final CompiledVisibility visibility;
    private final TenantStore store;

    /** Reads from these. */
    @Activate
    public KnownMainRules(
            @Reference(name = "registered") RegisteredMainRules registered,
            @Reference(name = "visibility") CompiledVisibility visibility,
            @Reference(name = "store") TenantStore store) {
        this.registered = registered;
        this.visibility = visibility;
        this.store = store;
    }

    @Override
    public List<MainRuleInfo> list() {
        Map<TenantKey, String> inUse = store.mainRules();
        visibility.keepOnly(inUse.keySet());
        Map<String, List<TenantKey>> usedBy = new TreeMap<>();
        inUse.forEach((tenant, type) ->
                usedBy.computeIfAbsent(type, unseen -> new ArrayList<>()).add(tenant));
        usedBy.values().forEach(tenants -> tenants.sort(null));
        return registered.describe(usedBy);
    }
}
