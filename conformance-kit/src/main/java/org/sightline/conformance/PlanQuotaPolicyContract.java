package org.sightline.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.spi.PlanQuotaPolicy;

/** Tells whether a quota policy keeps the contract of {@link PlanQuotaPolicy}. Extend it in the policy's own tests. */
@SuppressWarnings("JUnitMethodDeclaration")
public abstract class PlanQuotaPolicyContract {

    /** Returns a new instance of the policy, as the framework would make it. */
    protected abstract PlanQuotaPolicy policy();

    /** Returns how long a call may take; as long as the server waits unless overridden. */
    protected Duration timeLimit() {
        return Duration.ofSeconds(5);
    }

    /** Every tenant gets a number, or no opinion. */
    @Test
    public final void quotasAreNumbersOrNoOpinion() {
        for (@Nullable OptionalInt quota : quotas(policy())) {
            if (quota == null) {
                throw new Broken("a quota is null", "Return OptionalInt.empty() for no opinion.");
            }
            Broken.unless(
                    quota.isEmpty() || quota.getAsInt() >= 0,
                    "a quota is " + quota,
                    "Return 0 for none at all, Integer.MAX_VALUE for as many as one likes.");
        }
    }

    /** The same tenant gets the same quotas, also from another instance. */
    @Test
    public final void sameTenantGetsTheSameQuotas() {
        PlanQuotaPolicy policy = policy();
        List<@Nullable OptionalInt> first = quotas(policy);
        Broken.unless(
                first.equals(quotas(policy)) && first.equals(quotas(policy())),
                "the same tenant gets different quotas",
                "Decide by the tenant and the settings alone: quotas are asked on submission and again on approval.");
    }

    private List<@Nullable OptionalInt> quotas(PlanQuotaPolicy policy) {
        List<@Nullable OptionalInt> quotas = new ArrayList<>();
        for (Plan plan : Plan.values()) {
            Tenant tenant = Organisation.tenant("on-" + plan.key(), plan);
            quotas.add(Limited.call("`supplementaryRules`", timeLimit(), () -> policy.supplementaryRules(tenant)));
            quotas.add(Limited.call("`trustedParties`", timeLimit(), () -> policy.trustedParties(tenant)));
        }
        return quotas;
    }
}
