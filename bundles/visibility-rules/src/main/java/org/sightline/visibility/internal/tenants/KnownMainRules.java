package org.sightline.visibility.internal.tenants;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;

/** Tells which main rules there are and which tenants use them. */
@Component
public final class KnownMainRules implements MainRules {

    private final RegisteredMainRules registered;
    private final CompiledVisibility visibility;
    private final Tenants tenants;

    /** Reads from these. */
    @Activate
    public KnownMainRules(
            @Reference(name = "registered") RegisteredMainRules registered,
            @Reference(name = "visibility") CompiledVisibility visibility,
            @Reference(name = "tenants") Tenants tenants) {
        this.registered = registered;
        this.visibility = visibility;
        this.tenants = tenants;
    }

    @Override
    public List<MainRuleInfo> list() {
        visibility.keepOnly(tenants.list().stream().map(Tenant::key).toList());
        return registered.describe(visibility.tenantsByMainRule());
    }
}
