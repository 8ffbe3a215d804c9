package org.sightline.listedpartners.internal;

import java.util.List;
import org.sightline.conformance.Organisation;
import org.sightline.conformance.TrustPolicyContract;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.TrustPolicy;

/** The policy keeps the contract of trust policies. */
class ListedPartnersContractTest extends TrustPolicyContract {

    @Override
    protected TrustPolicy policy() {
        return new ListedPartners("north,light");
    }

    @Override
    protected List<Tenant> tenants() {
        return List.of(Organisation.tenant("north"), Organisation.tenant("light"), Organisation.tenant("other"));
    }
}
