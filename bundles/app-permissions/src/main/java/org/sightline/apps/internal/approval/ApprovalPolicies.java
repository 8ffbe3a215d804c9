package org.sightline.apps.internal.approval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.apps.internal.AppSettings;
import org.sightline.apps.internal.Rank;
import org.sightline.apps.internal.approval.TimeLimit.Overrun;
import org.sightline.apps.model.AppPermission;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.plugins.PolicyInfo;
import org.sightline.plugins.PolicySource;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalQuestion;
import org.sightline.spi.ApprovalVerdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vendors' say in approvals (docs/concepts.md, "Approval policies"): a rejection outweighs a review, a review
 * outweighs a grant. A policy that fails is put aside until its service is replaced, and until then people decide.
 */
@Component(
        service = {ApprovalPolicies.class, HealthCheck.class, PolicySource.class},
        configurationPid = AppSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ApprovalPolicies implements HealthCheck, PolicySource {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalPolicies.class);

    private final TimeLimit limit;
    private final Map<Rank, Registered> policies = new ConcurrentSkipListMap<>();

    /** Starts with what is set. */
    @Activate
    public ApprovalPolicies(AppSettings settings) {
        this(Duration.ofMillis(settings.approval_policy_limit_millis()));
    }

    /**
     * Starts with a limit for every call of a vendor's code.
     *
     * @param limit for all permissions of a version together
     */
    public ApprovalPolicies(Duration limit) {
        this.limit = new TimeLimit(limit);
    }

    @Deactivate
    void stop() {
        limit.close();
    }

    /** A policy, and why it was put aside; null while it works. */
    private record Registered(ApprovalPolicy policy, AtomicReference<@Nullable String> failure) {}

    /** Takes a policy in. */
    @Reference(
            service = ApprovalPolicy.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPolicy(ApprovalPolicy policy, Map<String, Object> properties) {
        policies.put(Rank.of(properties), new Registered(policy, new AtomicReference<>()));
    }

    /** Takes a policy out. */
    public void unbindPolicy(ApprovalPolicy policy) {
        policies.values().removeIf(registered -> registered.policy() == policy);
    }

    @Override
    public List<PolicyInfo> policies() {
        return policies.entrySet().stream()
                .map(entry -> PolicyInfo.of(
                        PolicyInfo.Kind.APPROVAL_POLICY,
                        entry.getValue().policy().getClass().getName(),
                        entry.getKey().id(),
                        Objects.requireNonNullElse(entry.getValue().failure().get(), "")))
                .toList();
    }

    /** Returns what the policies say together about each question. */
    public Map<AppPermission, ApprovalVerdict> judge(List<ApprovalQuestion> questions) {
        Map<AppPermission, ApprovalVerdict> together = new HashMap<>();
        for (Registered registered : policies.values()) {
            List<ApprovalVerdict> verdicts = ask(registered, questions);
            for (int at = 0; at < verdicts.size(); at++) {
                ApprovalQuestion question = questions.get(at);
                AppPermission about = new AppPermission(question.permission().name(), question.identity());
                together.merge(about, verdicts.get(at), ApprovalPolicies::weightier);
            }
        }
        return together;
    }

    private List<ApprovalVerdict> ask(Registered registered, List<ApprovalQuestion> questions) {
        if (registered.failure().get() == null) {
            try {
                return limit.run(() -> verdicts(registered.policy(), questions));
            } catch (Overrun e) {
                registered.failure().set(String.valueOf(e.getMessage()));
                LOG.error(
                        "the approval policy {} {}; it is put aside until its bundle is replaced, and people decide",
                        registered.policy().getClass().getName(),
                        e.getMessage(),
                        e);
            }
        }
        return questions.stream().map(question -> ApprovalVerdict.REVIEW).toList();
    }

    private static List<ApprovalVerdict> verdicts(ApprovalPolicy policy, List<ApprovalQuestion> questions) {
        List<ApprovalVerdict> verdicts = new ArrayList<>();
        for (ApprovalQuestion question : questions) {
            ApprovalVerdict verdict = policy.judge(question);
            if (verdict == null) {
                throw new IllegalStateException(
                        "nothing for `" + question.permission().name() + "`");
            }
            if (verdict instanceof ApprovalVerdict.Rejected rejected) {
                Objects.requireNonNull(rejected.reason(), "a rejection without a reason");
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static ApprovalVerdict weightier(ApprovalVerdict one, ApprovalVerdict other) {
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(ApprovalVerdict verdict) {
        if (verdict instanceof ApprovalVerdict.Rejected) {
            return 3;
        }
        if (verdict instanceof ApprovalVerdict.Review) {
            return 2;
        }
        return verdict instanceof ApprovalVerdict.Granted ? 1 : 0;
    }

    @Override
    public String part() {
        return "approval_policies";
    }

    @Override
    public Health look() {
        String failures = policies.values().stream()
                .filter(registered -> registered.failure().get() != null)
                .map(registered -> "`" + registered.policy().getClass().getName() + "` "
                        + registered.failure().get() + "; people decide until its bundle is replaced")
                .collect(Collectors.joining("; "));
        return failures.isEmpty() ? Health.UP : Health.degraded(failures);
    }
}
