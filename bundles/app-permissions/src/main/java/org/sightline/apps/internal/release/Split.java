package org.sightline.apps.internal.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.Submission;
import org.sightline.apps.Submission.RequestedPermission;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.ApprovalRules;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.RangeDecision;
import org.sightline.apps.model.RangeReach;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.problem.Fault;
import org.sightline.spi.ApprovalVerdict;

/** What of a submission is in force at once and what waits (docs/concepts.md, "Versions"). */
final class Split {

    private final AppPermissions catalogue;
    private final Map<AppPermission, ApprovalVerdict> verdicts;
    private final AppState state;
    private final App app;

    /**
     * Splits for an app.
     *
     * @param verdicts what vendors' policies say
     */
    Split(AppPermissions catalogue, Map<AppPermission, ApprovalVerdict> verdicts, AppState state, App app) {
        this.catalogue = catalogue;
        this.verdicts = verdicts;
        this.state = state;
        this.app = app;
    }

    /** Returns a decision for each permission, in the developer's order. */
    List<PermissionDecision> decisions(Submission submission) {
        return submission.permissions().stream().map(this::decision).toList();
    }

    private PermissionDecision decision(RequestedPermission asked) {
        AppPermission permission = asked.permission();
        @Nullable AppGrant held = state.grantsOf(app.id()).get(permission);
        if (held != null) {
            return new PermissionDecision(permission, DecisionState.GRANTED, held.by(), asked.reason(), null);
        }
        ApprovalVerdict verdict = verdicts.getOrDefault(permission, ApprovalVerdict.NO_OPINION);
        if (verdict instanceof ApprovalVerdict.Rejected rejected) {
            return decision(asked, DecisionState.REJECTED, Decider.POLICY)
                    .decided(DecisionState.REJECTED, Decider.POLICY, rejected.reason());
        }
        if (verdict instanceof ApprovalVerdict.Granted) {
            return decision(asked, DecisionState.GRANTED, Decider.POLICY);
        }
        if (verdict instanceof ApprovalVerdict.Review) {
            return decision(asked, DecisionState.PENDING, Decider.POLICY);
        }
        boolean atOnce = byRules(permission) == Approval.AUTO && !wasRevoked(permission);
        return decision(asked, atOnce ? DecisionState.GRANTED : DecisionState.PENDING, Decider.RULE);
    }

    private static PermissionDecision decision(RequestedPermission asked, DecisionState state, Decider by) {
        return new PermissionDecision(asked.permission(), state, by, asked.reason(), null);
    }

    private Approval byRules(AppPermission asked) {
        Permission permission = catalogue.find(asked.name()).orElseThrow();
        return state.rules().decide(permission, asked.identity());
    }

    /** What an administrator has taken back does not return behind the administrator's back. */
    private boolean wasRevoked(AppPermission permission) {
        return state.versionsOf(app.id()).stream()
                .flatMap(version -> version.decisions().stream())
                .anyMatch(decision -> decision.state() == DecisionState.REVOKED
                        && decision.permission().equals(permission));
    }

    /** Returns what is wrong with the reasons: every permission that waits needs one. */
    static List<Fault> missingReasons(List<PermissionDecision> decisions) {
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < decisions.size(); at++) {
            PermissionDecision decision = decisions.get(at);
            if (decision.isPending()
                    && (decision.reason() == null || decision.reason().isBlank())) {
                faults.add(SubmissionCheck.fault(
                        "/permissions/" + at + "/reason",
                        "`" + decision.permission()
                                + "` will be reviewed by an administrator; say why the app needs it"));
            }
        }
        return faults;
    }

    /** Returns the decision on the range; null when none is asked for. */
    @Nullable
    RangeDecision range(Submission submission, DirectorySnapshot directory) {
        if (submission.range() == null) {
            return null;
        }
        RangeReach asked = RangeReach.of(directory, submission.range());
        if (asked.isWithin(RangeReach.of(directory, app.range())) || isAutomatic(state.rules())) {
            return new RangeDecision(submission.range(), submission.range(), DecisionState.GRANTED);
        }
        return new RangeDecision(submission.range(), app.range(), DecisionState.PENDING);
    }

    /** A range that reaches further is taken like an advanced permission of the app's own. */
    private static boolean isAutomatic(ApprovalRules rules) {
        return rules.byTable(PermissionLevel.ADVANCED, Identity.APP, false) == Approval.AUTO;
    }

    /** Returns the grants that a version brings at once, those that are there already left out. */
    List<AppGrant> newGrants(AppVersion version, Instant now) {
        return version.decisions().stream()
                .filter(decision -> decision.state() == DecisionState.GRANTED
                        && !state.grantsOf(app.id()).containsKey(decision.permission()))
                .map(decision -> new AppGrant(app.id(), decision.permission(), now, decision.by()))
                .toList();
    }
}
