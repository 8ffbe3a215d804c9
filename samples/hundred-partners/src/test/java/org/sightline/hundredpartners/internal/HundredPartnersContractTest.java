package org.sightline.hundredpartners.internal;

import org.sightline.conformance.PlanQuotaPolicyContract;
import org.sightline.spi.PlanQuotaPolicy;

/** The policy keeps the contract of quota policies. */
class HundredPartnersContractTest extends PlanQuotaPolicyContract {

    @Override
    protected PlanQuotaPolicy policy() {
        return new HundredPartners();
    }
}
