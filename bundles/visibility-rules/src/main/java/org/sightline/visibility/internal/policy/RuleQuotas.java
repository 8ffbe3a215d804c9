package org.sightline.visibility.internal.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.directory.model.Tenant;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.visibility.internal.Rank;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.mainrule.VendorFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many supplementary rules a plan allows (docs/concepts.md, "Plans"), and the vendors' say in it. A policy that fails
 * is put aside until its service is replaced.
 */
@Component(service = {RuleQuotas.class, HealthCheck.class, PolicySource.class})
public final class RuleQuotas implements HealthCheck, PolicySource {

    private static final Logger LOG = LoggerFactory.getLogger(RuleQuotas.class);

    private final RegisteredMainRules calls;

    /** Highest ranking first. */
    private final Map<Rank, Offered> policies = new ConcurrentSkipListMap<>();

    /** Asks vendors under the limit that main rules have. */
    @Activate
    public RuleQuotas(@Reference(name = "calls") RegisteredMainRules calls) {
        this.calls = calls;
    }

    /** Asks vendors under a limit of ten seconds. */
    public RuleQuotas() {
        this(new RegisteredMainRules(Duration.ofSeconds(10)));
    }

    /** A policy, and why it was put aside; null while it works. */
    private record Offered(PlanQuotaPolicy policy, AtomicReference<@Nullable String> failure) {}

    /** Takes a vendor's policy in. */
    @Reference(
            service = PlanQuotaPolicy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPolicy(PlanQuotaPolicy policy, Map<String, Object> properties) {
        policies.put(Rank.of(properties), new Offered(policy, new AtomicReference<>()));
    }

    /** Takes a vendor's policy out. */
    @SuppressWarnings("ReferenceEquality")
    void unbindPolicy(PlanQuotaPolicy policy) {
        policies.values().removeIf(offered -> offered.policy() == policy);
    }

    @Override
    public List<PolicyInfo> policies() {
        return policies.entrySet().stream()
                .map(entry -> PolicyInfo.of(
                        PolicyInfo.Kind.RULE_QUOTA,
                        entry.getValue().policy().getClass().getName(),
                        entry.getKey().service(),
                        Objects.requireNonNullElse(entry.getValue().failure().get(), "")))
                .toList();
    }

    /** Returns how many rules the tenant may have over both sets. */
    public int of(Tenant tenant) {
        for (Offered offered : policies.values()) {
            if (offered.failure().get() == null) {
                OptionalInt answer = ask(offered, tenant);
                if (answer.isPresent()) {
                    return Math.max(0, answer.getAsInt());
                }
            }
        }
        return switch (tenant.plan()) {
            case STARTER, BASIC -> 1;
            case PRO, ENTERPRISE -> 500;
        };
    }

    private OptionalInt ask(Offered offered, Tenant tenant) {
        try {
            return calls.attempt(
                    () -> Objects.requireNonNull(offered.policy().supplementaryRules(tenant), "no answer"));
        } catch (VendorFailure e) {
            offered.failure().set(e.what());
            LOG.error(
                    "the quota policy {} {}; it is put aside until its bundle is replaced",
                    offered.policy().getClass().getName(),
                    e.what(),
                    e);
            return OptionalInt.empty();
        }
    }

    @Override
    public String part() {
        return "rule_quotas";
    }

    @Override
    public Health look() {
        String failures = policies.values().stream()
                .filter(offered -> offered.failure().get() != null)
                .map(offered -> "`" + offered.policy().getClass().getName() + "` "
                        + offered.failure().get()
                        + "; the next one or the built-in table counts until its bundle is replaced")
                .collect(Collectors.joining("; "));
        return failures.isEmpty() ? Health.UP : Health.degraded(failures);
    }
}
