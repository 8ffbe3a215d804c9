package org.sightline.trust.internal.admission;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.trust.internal.Trust;
import org.sightline.trust.model.RequestState;

/** Whether a tenant may ask another one for trust, and whether that one may agree (docs/concepts.md, "From request to relation"). */
@Component(service = Admission.class)
public final class Admission {

    private final TrustQuotas quotas;
    private final TrustPolicies policies;

    /** Decides with these. */
    @Activate
    public Admission(
            @Reference(name = "quotas") TrustQuotas quotas, @Reference(name = "policies") TrustPolicies policies) {
        this.quotas = quotas;
        this.policies = policies;
    }

    /** Asks the plug-ins. */
    public Terms terms(Tenant scanning, Tenant inviting) {
        return new Terms(scanning, inviting, quotas.limit(scanning), policies.objection(scanning, inviting));
    }

    /** Returns why the scanning tenant may not ask; empty when it may. The first of several reasons counts. */
    public Optional<Problem> againstRequest(TenantSnapshot scanning, TenantSnapshot inviting, Terms asked) {
        if (Trust.related(scanning, inviting)) {
            return Optional.of(alreadyTrusted(Trust.tenant(inviting)));
        }
        if (hasOpenRequest(scanning, Trust.key(inviting)) || hasOpenRequest(inviting, Trust.key(scanning))) {
            return Optional.of(Problem.conflict(
                    Codes.REQUEST_OPEN,
                    "a request between the two organisations waits already; it has to be approved, rejected or"
                            + " withdrawn first"));
        }
        return againstPlan(scanning, inviting, asked);
    }

    /** Returns why the inviting tenant may not agree to a request; empty when it may. */
    public Optional<Problem> againstApproval(TenantSnapshot scanning, TenantSnapshot inviting, Terms asked) {
        return Trust.related(scanning, inviting)
                ? Optional.of(alreadyTrusted(Trust.tenant(scanning)))
                : againstPlan(scanning, inviting, asked);
    }

    private Optional<Problem> againstPlan(TenantSnapshot scanning, TenantSnapshot inviting, Terms asked) {
        Tenant tenant = Trust.tenant(scanning);
        Terms terms = asked.fit(tenant, Trust.tenant(inviting)) ? asked : terms(tenant, Trust.tenant(inviting));
        int used = TrustQuotas.used(scanning);
        if (!TrustQuotas.mayScan(tenant)) {
            return Optional.of(Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.PLAN_NOT_ELIGIBLE,
                            "the plan `" + tenant.plan().key() + "` of the organisation that scans the invitation does"
                                    + " not include trusted parties; let the other one scan, or change to `pro` or"
                                    + " `enterprise`")
                    .with("limit", 0)
                    .with("used", used));
        }
        if (used >= terms.quota()) {
            return Optional.of(Problem.conflict(
                            Codes.TRUST_QUOTA_EXCEEDED,
                            "the plan of the organisation that scans the invitation allows " + terms.quota()
                                    + " trusted parties, and it has " + used)
                    .with("limit", terms.quota())
                    .with("used", used));
        }
        return terms.objection();
    }

    private static boolean hasOpenRequest(TenantSnapshot tenant, TenantKey other) {
        return tenant.trust().requests().stream()
                .anyMatch(request -> request.state() == RequestState.PENDING
                        && request.partnerOf(Trust.key(tenant)).equals(other));
    }

    private static Problem alreadyTrusted(Tenant other) {
        return Problem.conflict(
                Codes.ALREADY_TRUSTED, "the two organisations trust each other already: `" + other.key() + "`");
    }
}
