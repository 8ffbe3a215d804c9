package org.sightline.trust.internal.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;

/**
 * Who may connect, as all policies together say: one refusal is enough, and a policy that fails refuses, as nobody knows
 * what it would have said (docs/concepts.md, "From request to relation").
 */
@Component(service = {TrustPolicies.class, HealthCheck.class, PolicySource.class})
public final class TrustPolicies implements HealthCheck, PolicySource {

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

    private final VendorCalls calls;
    private final Vendors<TrustPolicy> policies = new Vendors<>();

    /** Asks vendors through these calls. */
    @Activate
    public TrustPolicies(@Reference(name = "calls") VendorCalls calls) {
        this.calls = calls;
    }

    /** Takes a policy in. */
    @Reference(
            service = TrustPolicy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPolicy(TrustPolicy policy, Map<String, Object> properties) {
        policies.add(policy, properties);
    }

    /** Takes a policy out. */
    public void unbindPolicy(TrustPolicy policy) {
        policies.remove(policy);
    }

    @Override
    public List<PolicyInfo> policies() {
        return policies.all().stream()
                .map(policy -> policy.info(PolicyInfo.Kind.TRUST_POLICY))
                .toList();
    }

    /** Returns why the two may not connect; empty when no policy objects. */
    public Optional<Problem> objection(Tenant scanning, Tenant inviting) {
        return policies.all().stream()
                .map(policy -> objection(policy, scanning, inviting))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Problem> objection(Vendors.Offered<TrustPolicy> policy, Tenant scanning, Tenant inviting) {
        if (policy.service instanceof SameRegion builtIn) {
            // Ours needs no limit, and must not be put aside because the machine was busy for a moment.
            return objection(builtIn.judge(scanning, inviting));
        }
        if (policy.failure() == null) {
            try {
                return calls.ask(() -> objection(policy.service.judge(scanning, inviting)));
            } catch (VendorCalls.VendorFailure e) {
                policy.putAside(e, "no tenants can connect meanwhile");
            }
        }
        return Optional.of(Problem.conflict(
                Codes.TRUST_POLICY_REFUSED,
                "a policy of this server that decides who may connect fails, so nobody may until the operator has"
                        + " mended it; the server's health says which one"));
    }

    /** Words a verdict; throws for one that says nothing, as silence must not pass for consent. */
    private static Optional<Problem> objection(@Nullable TrustVerdict verdict) {
        if (verdict == null) {
            throw new IllegalStateException("no verdict");
        }
        if (!(verdict instanceof TrustVerdict.Refused refused)) {
            return Optional.empty();
        }
        @Nullable String reason = refused.reason();
        @Nullable String code = refused.code();
        if (reason == null || code == null) {
            throw new IllegalStateException("a refusal without a code or a reason");
        }
        return Optional.of(Problem.conflict(CODE.matcher(code).matches() ? code : Codes.TRUST_POLICY_REFUSED, reason));
    }

    @Override
    public String part() {
        return "trust_policies";
    }

    @Override
    public Health look() {
        List<String> failures = policies.all().stream()
                .filter(policy -> policy.failure() != null)
                .map(policy -> "`" + policy.name() + "` " + policy.failure()
                        + "; no tenants can connect until its bundle is replaced")
                .toList();
        return failures.isEmpty() ? Health.UP : Health.degraded(String.join("; ", failures));
    }
}
