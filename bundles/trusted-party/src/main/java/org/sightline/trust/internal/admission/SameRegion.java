package org.sightline.trust.internal.admission;

import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.Tenant;
import org.sightline.problem.Codes;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;

/** The built-in policy: where both tenants have a region, it must be the same. Asked before those of vendors. */
@Component(property = "service.ranking:Integer=1000000")
public final class SameRegion implements TrustPolicy {

    @Override
    public TrustVerdict judge(Tenant scanning, Tenant inviting) {
        String here = scanning.region();
        String there = inviting.region();
        return here == null || there == null || here.equals(there)
                ? TrustVerdict.ALLOWED
                : new TrustVerdict.Refused(
                        Codes.REGION_MISMATCH, "the two organisations are in different regions and cannot connect");
    }
}
