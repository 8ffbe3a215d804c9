package org.sightline.visibility;

import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;

/** Hands out the engine for a snapshot. */
@ProviderType
public interface Visibility {

    /** Returns the engine that answers for exactly this snapshot and the main rules registered right now. */
    VisibilityEngine engine(TenantSnapshot snapshot);
}
