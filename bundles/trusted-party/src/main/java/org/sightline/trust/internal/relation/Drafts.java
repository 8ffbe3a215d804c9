package org.sightline.trust.internal.relation;

import java.util.List;
import org.sightline.directory.TenantSnapshot;
import org.sightline.trust.model.TrustChange;

/** States as they would be. */
public final class Drafts {

    private Drafts() {}

    /** Returns a state as it would be after a change; its revision is still the present one. */
    public static TenantSnapshot after(TenantSnapshot now, TrustChange change) {
        return now.withTrust(now.trust().with(List.of(change)));
    }
}
