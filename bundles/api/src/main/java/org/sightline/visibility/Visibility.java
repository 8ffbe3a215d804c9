package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.TenantSnapshot;

/** Hands out the engine for a snapshot, the sight between two, and what apps see of one. */
@ProviderType
public interface Visibility {

    /** Returns the engine that answers for exactly this snapshot and the main rules registered right now. */
    VisibilityEngine engine(TenantSnapshot snapshot);

    /**
     * Returns what answers for exactly these two snapshots. Nobody sees anybody unless both have a half of the same
     * relation.
     *
     * @param own     the viewers' tenant
     * @param partner the targets' tenant
     */
    SightAcross across(TenantSnapshot own, TenantSnapshot partner);

    /** Returns what an app with this data range sees of exactly this snapshot as itself, whatever members see. */
    RangeSight range(TenantSnapshot snapshot, DataRange range);
}
