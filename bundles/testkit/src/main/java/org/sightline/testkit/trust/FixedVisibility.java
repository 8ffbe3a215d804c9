package org.sightline.testkit.trust;

import java.util.function.Function;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.RangeSight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** A visibility for tests that only need one of its halves. */
public final class FixedVisibility implements Visibility {

    private final Function<TenantSnapshot, VisibilityEngine> engines;

    /** Hands out engines, and nothing between tenants. */
    public FixedVisibility(Function<TenantSnapshot, VisibilityEngine> engines) {
        this.engines = engines;
    }

    @Override
    public VisibilityEngine engine(TenantSnapshot snapshot) {
        return engines.apply(snapshot);
    }

    @Override
    public SightAcross across(TenantSnapshot own, TenantSnapshot partner) {
        throw new UnsupportedOperationException("these tenants do not know each other");
    }

    @Override
    public RangeSight range(TenantSnapshot snapshot, DataRange range) {
        throw new UnsupportedOperationException("no app asks here");
    }
}
