package org.sightline.visibility.internal.tenants;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.internal.engine.CompiledEngine;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.Registered;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.mainrule.Sights;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * The engines of one tenant: the newest, and the last few older ones for requests that began before a change or ask
 * about the past. Each is compiled once, however many ask for it.
 */
final class TenantEngines {

    private static final int OLDER_ONES = 4;

    private final RegisteredMainRules mainRules;
    private final long rememberedDecisions;
    private final Map<Long, Made> older = new LinkedHashMap<>();
    private volatile @Nullable Made newest;

    TenantEngines(RegisteredMainRules mainRules, long rememberedDecisions) {
        this.mainRules = mainRules;
        this.rememberedDecisions = rememberedDecisions;
    }

    CompiledEngine of(TenantSnapshot snapshot) {
        Registered serving = mainRules.serving(snapshot.policy().mainRule().type());
        Made made = newest;
        return made != null && made.fits(snapshot, serving) ? made.engine : make(snapshot);
    }

    private synchronized CompiledEngine make(TenantSnapshot snapshot) {
        Registered serving = mainRules.serving(snapshot.policy().mainRule().type());
        Made present = newest;
        if (present != null && present.fits(snapshot, serving)) {
            return present.engine;
        }
        Made old = older.get(snapshot.revision());
        if (old != null && old.fits(snapshot, serving)) {
            return old.engine;
        }
        Made made = compile(snapshot, serving);
        if (present == null || present.revision() <= snapshot.revision()) {
            newest = made;
            if (present != null && present.revision() < snapshot.revision()) {
                keep(present);
            }
        } else {
            keep(made);
        }
        return made.engine;
    }

    private void keep(Made made) {
        made.engine.forgetDecisions();
        older.put(made.revision(), made);
        if (older.size() > OLDER_ONES) {
            older.remove(older.keySet().iterator().next());
        }
    }

    private Made compile(TenantSnapshot snapshot, @Nullable Registered serving) {
        DirectorySnapshot directory = snapshot.directory();
        VisibilityPolicy policy = snapshot.policy();
        Made before = newest;
        if (before == null) {
            MainSight sight = sight(serving, policy, directory);
            CompiledEngine engine = CompiledEngine.compile(directory, policy, sight, rememberedDecisions);
            return new Made(directory, policy, serving, sight, engine);
        }
        boolean sameSight = directory.sameContentAs(before.directory) && before.sameMainRule(serving, policy);
        MainSight sight = sameSight ? before.sight : sight(serving, policy, directory);
        return new Made(directory, policy, serving, sight, before.engine.with(directory, policy, sight));
    }

    private MainSight sight(@Nullable Registered serving, VisibilityPolicy policy, DirectorySnapshot directory) {
        return serving == null ? Sights.FALLBACK : mainRules.sight(serving, policy.mainRule(), directory);
    }

    /** An engine and what it was made from. */
    private record Made(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            @Nullable Registered mainRule,
            MainSight sight,
            CompiledEngine engine) {

        /** Whether the engine is the one for this snapshot; the same content in other objects does not count. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(TenantSnapshot snapshot, @Nullable Registered serving) {
            return directory == snapshot.directory() && policy == snapshot.policy() && mainRule == serving;
        }

        /** Whether the same rule serves with the same settings, so that over the same people it shows the same. */
        @SuppressWarnings("ReferenceEquality")
        boolean sameMainRule(@Nullable Registered serving, VisibilityPolicy other) {
            return mainRule == serving && policy.mainRule().equals(other.mainRule());
        }

        long revision() {
            return directory.revision();
        }
    }
}
