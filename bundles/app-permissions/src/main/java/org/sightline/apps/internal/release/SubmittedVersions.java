package org.sightline.apps.internal.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.Submission;
import org.sightline.apps.internal.AppCards;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.RangeDecision;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.spi.ApprovalVerdict;
import org.sightline.store.StateChange;

/** Decides what a submitted version changes. */
final class SubmittedVersions {

    private static final int MOST_VERSIONS = 1_000;

    private final AppPermissions catalogue;
    private final Submission submission;
    private final AppId id;
    private final Map<AppPermission, ApprovalVerdict> verdicts;
    private final Instant at;

    SubmittedVersions(
            AppPermissions catalogue,
            Submission submission,
            AppId id,
            Map<AppPermission, ApprovalVerdict> verdicts,
            Instant at) {
        this.catalogue = catalogue;
        this.submission = submission;
        this.id = id;
        this.verdicts = verdicts;
        this.at = at;
    }

    /**
     * Decides on the newest state.
     *
     * @param range whether the range names what is there
     */
    Proposal<AppVersion> decide(TenantSnapshot now, RangeCheck range) {
        App app = Refusals.app(now, id);
        requireNew(now.apps());
        List<Fault> faults = SubmissionCheck.faults(submission, catalogue);
        if (submission.range() != null) {
            faults.addAll(range.faults(submission.range()));
        }
        refuse(faults);
        Split split = new Split(catalogue, verdicts, now.apps(), app);
        List<PermissionDecision> decisions = split.decisions(submission);
        refuse(Split.missingReasons(decisions));
        AppVersion version = new AppVersion(
                id, submission.version(), at, decisions, split.range(submission, now.directory()), submission.events());
        List<AppChange> changes = new ArrayList<>(superseded(now.apps()));
        changes.add(new AppChange.PutVersion(version));
        split.newGrants(version, at).forEach(grant -> changes.add(new AppChange.PutGrant(grant)));
        @Nullable RangeDecision decided = version.range();
        if (decided != null && !decided.isPending()) {
            changes.add(new AppChange.PutApp(app.withRange(decided.granted())));
        }
        List<Notice> cards = new ArrayList<>();
        if (version.isPending()) {
            AppReview review = new AppReview(TenantKey.random().value(), id, version.version(), at, null);
            changes.add(new AppChange.PutReview(review));
            cards.add(AppCards.waiting(now, app, review, at));
        }
        return new Proposal<>(
                changes.stream().<StateChange>map(StateChange.ChangeApps::new).toList(),
                List.of(new Proposal.AuditNote(
                        "app.version.submit", "app_version", id + "/" + version.version(), null, version)),
                cards,
                version);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }

    private void requireNew(AppState state) {
        if (state.version(id, submission.version()).isPresent()) {
            throw Problem.conflict(
                            Codes.DUPLICATE_ID,
                            "the app has a version `" + submission.version() + "`; give this one another name")
                    .exception();
        }
        if (state.versionsOf(id).size() >= MOST_VERSIONS) {
            throw Problem.conflict(Codes.LIMIT_EXCEEDED, "an app has at most " + MOST_VERSIONS + " versions")
                    .exception();
        }
    }

    /** What an older version still waits for is no longer wanted: the newer one says what is. */
    private List<AppChange> superseded(AppState state) {
        List<AppChange> changes = new ArrayList<>();
        for (AppReview review : state.reviews()) {
            if (review.isOpen() && review.app().equals(id)) {
                AppVersion old = state.version(id, review.version()).orElseThrow();
                changes.add(new AppChange.PutVersion(withdrawn(old)));
                changes.add(new AppChange.PutReview(review.closed(at)));
            }
        }
        return changes;
    }

    private AppVersion withdrawn(AppVersion old) {
        String why = "version " + submission.version() + " took its place";
        List<PermissionDecision> decisions = old.decisions().stream()
                .map(decision ->
                        decision.isPending() ? decision.decided(DecisionState.REJECTED, Decider.RULE, why) : decision)
                .toList();
        @Nullable RangeDecision range = old.range();
        return old.with(
                decisions,
                range == null || !range.isPending()
                        ? range
                        : new RangeDecision(range.requested(), range.granted(), DecisionState.REJECTED));
    }
}
