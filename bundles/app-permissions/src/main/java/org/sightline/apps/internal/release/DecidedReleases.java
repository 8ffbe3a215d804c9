package org.sightline.apps.internal.release;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.AppReleases;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.Submission;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.internal.approval.ApprovalPolicies;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.spi.ApprovalVerdict;
import org.sightline.store.StateChange;
import org.sightline.visibility.Visibility;

/** Versions, reviews and grants: each decision is made on the newest snapshot, inside the change. */
@Component(service = AppReleases.class)
public final class DecidedReleases implements AppReleases {

    private static final int LONGEST_REASON = 1_000;

    private final Changes changes;
    private final Snapshots snapshots;
    private final Visibility visibility;
    private final AppPermissions catalogue;
    private final Verdicts verdicts;
    private final InstantSource clock;

    /** Works with these. */
    @Activate
    public DecidedReleases(
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "visibility") Visibility visibility,
            @Reference(name = "catalogue") AppPermissions catalogue,
            @Reference(name = "policies") ApprovalPolicies policies,
            @Reference(name = "clock") Clock clock) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.visibility = visibility;
        this.catalogue = catalogue;
        this.verdicts = new Verdicts(catalogue, policies);
        this.clock = clock;
    }

    @Override
    public Committed<AppVersion> submit(
            TenantKey tenant, Actor actor, AppId app, @Nullable UserId viewer, Submission submission) {
        TenantSnapshot before = snapshots.current(tenant);
        Map<AppPermission, ApprovalVerdict> said = verdicts.on(submission, before, Refusals.app(before, app));
        SubmittedVersions submitted = new SubmittedVersions(catalogue, submission, app, said, now());
        return changes.apply(tenant, actor, now -> submitted.decide(now, rangeCheck(now, viewer)));
    }

    private RangeCheck rangeCheck(TenantSnapshot now, @Nullable UserId viewer) {
        return viewer == null
                ? RangeCheck.forAdministrator(now.directory())
                : RangeCheck.forMember(now.directory(), visibility.engine(now), viewer);
    }

    @Override
    public Committed<ReviewedVersion> approve(
            TenantKey tenant, Actor actor, String review, List<String> names, @Nullable DataRange range) {
        return changes.apply(tenant, actor, ReviewDecision.approval(review, names, range, now())::decide);
    }

    @Override
    public Committed<ReviewedVersion> reject(
            TenantKey tenant, Actor actor, String review, List<String> names, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                            "/reason",
                            Codes.INVALID,
                            "tell the developer why, in 1 to " + LONGEST_REASON + " characters")
                    .exception();
        }
        return changes.apply(tenant, actor, ReviewDecision.rejection(review, names, reason, now())::decide);
    }

    @Override
    public Committed<AppGrant> revoke(TenantKey tenant, Actor actor, AppId app, AppPermission permission) {
        return changes.apply(tenant, actor, now -> {
            AppGrant grant = Optional.ofNullable(now.apps().grantsOf(app).get(permission))
                    .orElseThrow(() -> Refusals.notFound("grant", app + "/" + permission));
            List<StateChange> decided = new ArrayList<>();
            decided.add(new StateChange.ChangeApps(new AppChange.RemoveGrant(app, permission)));
            for (AppVersion version : now.apps().versionsOf(app)) {
                AppVersion revoked = version.with(revoked(version.decisions(), permission), version.range());
                if (!revoked.equals(version)) {
                    decided.add(new StateChange.ChangeApps(new AppChange.PutVersion(revoked)));
                }
            }
            return new Proposal<>(
                    decided,
                    List.of(new Proposal.AuditNote(
                            "app_grant.revoke", "app_grant", app + "/" + permission, grant, null)),
                    grant);
        });
    }

    private static List<PermissionDecision> revoked(List<PermissionDecision> decisions, AppPermission permission) {
        return decisions.stream()
                .map(decision -> decision.state() == DecisionState.GRANTED
                                && decision.permission().equals(permission)
                        ? decision.decided(DecisionState.REVOKED, Decider.ADMIN, null)
                        : decision)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
