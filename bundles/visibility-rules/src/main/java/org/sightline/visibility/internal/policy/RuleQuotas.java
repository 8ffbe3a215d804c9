package org.sightline.visibility.internal.policy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.directory.model.Tenant;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.visibility.internal.Rank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many supplementary rules a plan allows (docs/concepts.md, "Plans"), and the vendors' say in it. */
@Component(service = {RuleQuotas.class, PolicySource.class})
public final class RuleQuotas implements PolicySource {

    private static final Logger LOG = LoggerFactory.getLogger(RuleQuotas.class);

    /** Highest ranking first. */
    private final Map<Rank, PlanQuotaPolicy> policies = new ConcurrentSkipListMap<>();

    /** Takes a vendor's policy in. */
    @Reference(
            service = PlanQuotaPolicy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPolicy(PlanQuotaPolicy policy, Map<String, Object> properties) {
        policies.put(Rank.of(properties), policy);
    }

    /** Takes a vendor's policy out. */
    void unbindPolicy(PlanQuotaPolicy policy) {
        policies.values().remove(policy);
    }

    @Override
    public List<PolicyInfo> policies() {
        return policies.entrySet().stream()
                .map(entry -> PolicyInfo.of(
                        PolicyInfo.Kind.RULE_QUOTA,
                        entry.getValue().getClass().getName(),
                        entry.getKey().service(),
                        ""))
                .toList();
    }

    /** Returns how many rules the tenant may have over both sets. */
    public int of(Tenant tenant) {
        for (PlanQuotaPolicy policy : policies.values()) {
            OptionalInt answer = ask(policy, tenant);
            if (answer.isPresent()) {
                return Math.max(0, answer.getAsInt());
            }
        }
        return switch (tenant.plan()) {
            case STARTER, BASIC -> 1;
            case PRO, ENTERPRISE -> 500;
        };
    }

    private static OptionalInt ask(PlanQuotaPolicy policy, Tenant tenant) {
        try {
            return policy.supplementaryRules(tenant);
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "the quota policy {} fails and is passed over",
                    policy.getClass().getName(),
                    e);
            return OptionalInt.empty();
        }
    }
}
