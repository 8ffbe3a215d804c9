package org.sightline.apps.internal.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.ReviewedVersion;
import org.sightline.apps.internal.AppCards;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppReview;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.DecisionState;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.apps.model.RangeDecision;
import org.sightline.apps.model.RangeReach;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.notifications.model.Notice;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;

/** What an administrator's decision on a review changes (docs/concepts.md, "Reviews"). */
final class ReviewDecision {

    private final String reviewId;
    private final List<String> names;
    private final @Nullable DataRange narrowed;
    private final @Nullable String refusal;
    private final Instant at;

    private ReviewDecision(
            String reviewId, List<String> names, @Nullable DataRange narrowed, @Nullable String refusal, Instant at) {
        this.reviewId = reviewId;
        this.names = List.copyOf(names);
        this.narrowed = narrowed;
        this.refusal = refusal;
        this.at = at;
    }

    /** Approves. */
    static ReviewDecision approval(String review, List<String> names, @Nullable DataRange range, Instant at) {
        return new ReviewDecision(review, names, range, null, at);
    }

    /** Rejects. */
    static ReviewDecision rejection(String review, List<String> names, String reason, Instant at) {
        return new ReviewDecision(review, names, null, reason, at);
    }

    Proposal<ReviewedVersion> decide(TenantSnapshot now) {
        AppReview review = now.apps().review(reviewId).orElseThrow(() -> Refusals.notFound("review", reviewId));
        AppVersion version = now.apps().version(review.app(), review.version()).orElseThrow();
        App app = Refusals.app(now, review.app());
        if (!review.isOpen()) {
            throw Problem.conflict(Codes.ALREADY_DECIDED, "the review `" + reviewId + "` is closed")
                    .exception();
        }
        Set<AppPermission> chosen = NamedDecisions.waiting(version, names);
        @Nullable RangeDecision range = range(now, version, app);
        AppVersion decided = version.with(decisions(version, chosen), range);
        AppReview after = decided.isPending() ? review : review.closed(at);
        List<AppChange> changes = new ArrayList<>(List.of(new AppChange.PutVersion(decided)));
        if (!after.equals(review)) {
            changes.add(new AppChange.PutReview(after));
        }
        if (refusal == null) {
            chosen.forEach(permission ->
                    changes.add(new AppChange.PutGrant(new AppGrant(app.id(), permission, at, Decider.ADMIN))));
        }
        if (range != null && !range.equals(version.range()) && range.state() == DecisionState.GRANTED) {
            changes.add(new AppChange.PutApp(app.withRange(range.granted())));
        }
        List<Notice> cards = after.isOpen() ? List.of() : List.of(AppCards.decided(now, app, after, at));
        return new Proposal<>(
                changes.stream().<StateChange>map(StateChange.ChangeApps::new).toList(),
                List.of(new Proposal.AuditNote(
                        refusal == null ? "app_review.approve" : "app_review.reject",
                        "app_review",
                        reviewId,
                        version,
                        decided)),
                cards,
                new ReviewedVersion(after, decided));
    }

    private List<PermissionDecision> decisions(AppVersion version, Set<AppPermission> chosen) {
        DecisionState next = refusal == null ? DecisionState.GRANTED : DecisionState.REJECTED;
        return version.decisions().stream()
                .map(decision -> chosen.contains(decision.permission())
                        ? decision.decided(next, Decider.ADMIN, refusal)
                        : decision)
                .toList();
    }

    /** The range as it is afterwards; left alone when permissions are named and no range is given. */
    private @Nullable RangeDecision range(TenantSnapshot now, AppVersion version, App app) {
        @Nullable RangeDecision present = version.range();
        if (narrowed != null && (present == null || !present.isPending())) {
            throw wrongRange("no data range waits for a decision");
        }
        if (present == null || !present.isPending() || (narrowed == null && !names.isEmpty())) {
            return present;
        }
        if (refusal != null) {
            return new RangeDecision(present.requested(), app.range(), DecisionState.REJECTED);
        }
        if (narrowed == null) {
            return new RangeDecision(present.requested(), present.requested(), DecisionState.GRANTED);
        }
        refuseUnknown(now, narrowed);
        RangeReach asked = RangeReach.of(now.directory(), present.requested());
        if (!RangeReach.of(now.directory(), narrowed).isWithin(asked)) {
            throw wrongRange("reaches further than the range that was asked for; it can only be narrowed");
        }
        return new RangeDecision(present.requested(), narrowed, DecisionState.GRANTED);
    }

    private static void refuseUnknown(TenantSnapshot now, DataRange range) {
        List<Fault> faults = RangeCheck.forAdministrator(now.directory()).faults(range);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }

    private static RuntimeException wrongRange(String what) {
        return Problem.invalid("/data_range", Codes.INVALID, what).exception();
    }
}
