package org.sightline.trust.internal.admission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Tenant;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.TrustedParty;

/** How many trusted parties a plan allows to sponsor (docs/concepts.md, "Plans"), and the vendors' say in it. */
@Component(service = {TrustQuotas.class, HealthCheck.class, PolicySource.class})
public final class TrustQuotas implements HealthCheck, PolicySource {

    private static final int OF_THE_LARGER_PLANS = 10;

    private final VendorCalls calls;
    private final Vendors<PlanQuotaPolicy> policies = new Vendors<>();

    /** Asks vendors through these calls. */
    @Activate
    public TrustQuotas(@Reference(name = "calls") VendorCalls calls) {
        this.calls = calls;
    }

    /** Takes a vendor's policy in. */
    @Reference(
            service = PlanQuotaPolicy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPolicy(PlanQuotaPolicy policy, Map<String, Object> properties) {
        policies.add(policy, properties);
    }

    /** Takes a vendor's policy out. */
    public void unbindPolicy(PlanQuotaPolicy policy) {
        policies.remove(policy);
    }

    @Override
    public List<PolicyInfo> policies() {
        return policies.all().stream()
                .map(policy -> policy.info(PolicyInfo.Kind.TRUST_QUOTA))
                .toList();
    }

    /** Returns how many relations the tenant may sponsor; what its plan allows when no vendor says otherwise. */
    public int limit(Tenant tenant) {
        for (Vendors.Offered<PlanQuotaPolicy> policy : policies.all()) {
            if (policy.failure() == null) {
                OptionalInt answer = ask(policy, tenant);
                if (answer.isPresent()) {
                    return Math.max(0, answer.getAsInt());
                }
            }
        }
        return mayScan(tenant) ? OF_THE_LARGER_PLANS : 0;
    }

    private OptionalInt ask(Vendors.Offered<PlanQuotaPolicy> policy, Tenant tenant) {
        try {
            return calls.ask(() -> Objects.requireNonNull(policy.service.trustedParties(tenant), "no answer"));
        } catch (VendorCalls.VendorFailure e) {
            policy.putAside(e, "the next one or the built-in table counts");
            return OptionalInt.empty();
        }
    }

    /** Whether the plan allows to scan invitations at all. */
    static boolean mayScan(Tenant tenant) {
        return switch (tenant.plan()) {
            case STARTER, BASIC -> false;
            case PRO, ENTERPRISE -> true;
        };
    }

    /** Returns how many relations a tenant sponsors, those included whose removal waits. */
    public static int used(TenantSnapshot tenant) {
        return (int) tenant.trust().parties().values().stream()
                .map(TrustedParty::sponsor)
                .filter(Trust.key(tenant)::equals)
                .count();
    }

    @Override
    public String part() {
        return "trusted_party_quotas";
    }

    @Override
    public Health look() {
        String failures = policies.all().stream()
                .filter(policy -> policy.failure() != null)
                .map(policy -> "`" + policy.name() + "` " + policy.failure()
                        + "; the next one or the built-in table counts until its bundle is replaced")
                .collect(Collectors.joining("; "));
        return failures.isEmpty() ? Health.UP : Health.degraded(failures);
    }
}
