package org.sightline.visibility.internal.tenants;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.Preparation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.internal.VisibilitySettings;
import org.sightline.visibility.internal.across.TrustSights;
import org.sightline.visibility.internal.engine.CompiledEngine;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.range.RangeSights;

/** Keeps the engines of all tenants that somebody has asked about since the server started. */
@Component(
        service = {Visibility.class, Preparation.class, CompiledVisibility.class},
        configurationPid = VisibilitySettings.PID)
@Designate(ocd = VisibilitySettings.class)
public final class CompiledVisibility implements Visibility, Preparation {

    private static final int FEWEST_DECISIONS = 10_000;

    private final RegisteredMainRules mainRules;
    private final long rememberedDecisions;
    private final ConcurrentMap<TenantKey, TenantEngines> engines = new ConcurrentHashMap<>();
    private final TrustSights sights = new TrustSights();
    private final RangeSights ranges = new RangeSights();

    /** Starts without engines. */
    @Activate
    public CompiledVisibility(
            @Reference(name = "mainRules") RegisteredMainRules mainRules, VisibilitySettings settings) {
        this(mainRules, settings.remembered__decision__bytes());
    }

    /** Starts without engines, with a bound for what each remembers. */
    public CompiledVisibility(RegisteredMainRules mainRules, long rememberedDecisions) {
        if (rememberedDecisions < FEWEST_DECISIONS) {
            throw new IllegalArgumentException(
                    "remembered_decision_bytes must be at least " + FEWEST_DECISIONS + ", not " + rememberedDecisions);
        }
        this.mainRules = mainRules;
        this.rememberedDecisions = rememberedDecisions;
    }

    @Override
    public CompiledEngine engine(TenantSnapshot snapshot) {
        TenantKey key = snapshot.directory().tenant().key();
        TenantEngines ofTenant = engines.get(key);
        if (ofTenant == null) {
            ofTenant = engines.computeIfAbsent(key, unseen -> new TenantEngines(mainRules, rememberedDecisions));
        }
        return ofTenant.of(snapshot);
    }

    @Override
    public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
        return sights.of(own, partner);
    }

    @Override
    public RangeSight range(TenantSnapshot snapshot, DataRange range) {
        return ranges.of(snapshot.directory(), range);
    }

    /** Compiles for tenants that somebody has asked about, so that nobody who reads has to wait. */
    @Override
    public void prepare(TenantSnapshot next) {
        TenantEngines known = engines.get(next.directory().tenant().key());
        if (known != null) {
            known.of(next);
        }
    }

    /** Forgets tenants that are gone. */
    void keepOnly(Set<TenantKey> tenants) {
        engines.keySet().retainAll(tenants);
        sights.keepOnly(tenants);
        ranges.keepOnly(tenants);
    }
}
