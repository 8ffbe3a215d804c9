package org.sightline.hundredpartners.internal;

import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.PlanQuotaPolicy;

/** Lets tenants on the enterprise plan sponsor 100 trusted parties; all others keep what their plan allows. */
@Component
public final class HundredPartners implements PlanQuotaPolicy {

    private static final int PARTNERS = 100;

    @Override
    public OptionalInt trustedParties(Tenant tenant) {
        // No opinion on other plans: then the next policy counts, and at last the server's own table.
        return tenant.plan() == Plan.ENTERPRISE ? OptionalInt.of(PARTNERS) : OptionalInt.empty();
    }
}
