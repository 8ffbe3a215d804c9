package org.sightline.visibility.internal.preview;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.Move;
import org.sightline.directory.Rehearsal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.visibility.Preview;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.internal.engine.CompiledEngine;
import org.sightline.visibility.internal.engine.Difference;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.Registered;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.mainrule.Sights;
import org.sightline.visibility.internal.policy.SnapshotPolicies;
import org.sightline.visibility.internal.tenants.CompiledVisibility;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Compiles the changed state beside the present one and lets the two engines be compared; one preview at a time. */
@Component
public final class ExactPreview implements Preview {

    /** Beyond so many members a main rule that can only be asked pair by pair takes too long. */
    static final int MOST_MEMBERS_BY_PAIRS = 5_000;

    private static final int MOST_VIEWERS = 100;
    private static final int MOST_SAMPLES = 20;
    private static final long REMEMBERED_BYTES = 64_000_000;

    private final CompiledVisibility visibility;
    private final RegisteredMainRules mainRules;
    private final SnapshotPolicies policies;
    private final Rehearsal rehearsal;
    private final Semaphore turn = new Semaphore(1, true);

    /** Compares with these. */
    @Activate
    public ExactPreview(
            @Reference(name = "visibility") CompiledVisibility visibility,
            @Reference(name = "mainRules") RegisteredMainRules mainRules,
            @Reference(name = "policies") SnapshotPolicies policies,
            @Reference(name = "rehearsal") Rehearsal rehearsal) {
        this.visibility = visibility;
        this.mainRules = mainRules;
        this.policies = policies;
        this.rehearsal = rehearsal;
    }

    @Override
    public PreviewResult ofPolicy(TenantSnapshot now, VisibilityPolicy proposed) {
        VisibilityPolicy checked = policies.checked(now, proposed);
        return inTurn(() -> {
            CompiledEngine engine = visibility.engine(now);
            MainSight sight = checked.mainRule().equals(now.policy().mainRule())
                    ? engine.mainSight()
                    : sight(serving(checked), checked.mainRule(), now.directory());
            requireFeasible(now.directory(), engine.mainSight());
            requireFeasible(now.directory(), sight);
            Difference difference = engine.differenceTo(checked, sight);
            return result(now.directory(), difference, engine.mainSight(), sight);
        });
    }

    @Override
    public PreviewResult ofMoves(TenantSnapshot now, List<Move> moves) {
        TenantSnapshot then = rehearsal.after(now, moves);
        return inTurn(() -> {
            CompiledEngine engine = visibility.engine(now);
            requireFeasible(now.directory(), engine.mainSight());
            Registered serving = serving(now.policy());
            MainSight sight = sight(serving, now.policy().mainRule(), then.directory());
            CompiledEngine after = CompiledEngine.compile(then.directory(), then.policy(), sight, REMEMBERED_BYTES);
            boolean onlyByPlaces = serving == null || serving.isBuiltIn();
            Difference difference = onlyByPlaces
                    ? engine.differenceAfterMoves(after, moved(now.directory(), moves))
                    : engine.differenceTo(after);
            return result(now.directory(), difference, engine.mainSight(), sight);
        });
    }

    private PreviewResult inTurn(Supplier<PreviewResult> work) {
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private @Nullable Registered serving(VisibilityPolicy policy) {
        return mainRules.serving(policy.mainRule().type());
    }

    private MainSight sight(@Nullable Registered serving, MainRuleChoice choice, DirectorySnapshot directory) {
        return serving == null ? Sights.FALLBACK : mainRules.sight(serving, choice, directory);
    }

    private static void requireFeasible(DirectorySnapshot directory, MainSight sight) {
        boolean byPairs = directory.memberCount() > 0 && sight.listing(0) instanceof MainSight.Listing.Questions;
        if (byPairs && directory.memberCount() > MOST_MEMBERS_BY_PAIRS) {
            throw Problem.conflict(
                            Codes.LIMIT_EXCEEDED,
                            "the main rule can only be asked pair by pair, which a preview does for up to "
                                    + MOST_MEMBERS_BY_PAIRS + " members; there are " + directory.memberCount())
                    .with("limit", MOST_MEMBERS_BY_PAIRS)
                    .with("used", directory.memberCount())
                    .exception();
        }
    }

    /** Who moves: those named, and those in departments that move. */
    private static BitSet moved(DirectorySnapshot directory, List<Move> moves) {
        BitSet moved = new BitSet();
        for (Move move : moves) {
            if (move instanceof Move.OfMember ofMember) {
                moved.set(directory.memberNumber(ofMember.user()));
            } else if (move instanceof Move.OfDepartment ofDepartment) {
                addBelow(directory, ofDepartment.department(), moved);
            }
        }
        return moved;
    }

    private static void addBelow(DirectorySnapshot directory, DepartmentId department, BitSet moved) {
        int top = directory.departmentNumber(department);
        for (int below = top; below < directory.subtreeEnd(top); below++) {
            Arrays.stream(directory.membersDirectlyIn(below)).forEach(moved::set);
        }
    }

    private static PreviewResult result(
            DirectorySnapshot directory, Difference difference, MainSight before, MainSight after) {
        List<PreviewResult.ViewerChange> viewers = Arrays.stream(difference.mostChanged(MOST_VIEWERS))
                .mapToObj(viewer -> new PreviewResult.ViewerChange(
                        id(directory, viewer), difference.gainedBy(viewer), difference.lostBy(viewer)))
                .toList();
        PreviewResult result = new PreviewResult(
                difference.gained(),
                difference.lost(),
                viewers,
                pairs(directory, difference.someGained(MOST_SAMPLES)),
                pairs(directory, difference.someLost(MOST_SAMPLES)));
        if (hasFailed(before) || hasFailed(after)) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the main rule failed while it was asked and `nobody` serves instead; ask again")
                    .exception();
        }
        return result;
    }

    /** Whether a sight was good when the work began and is not any more. */
    private static boolean hasFailed(MainSight sight) {
        return sight.failed() && !sight.equals(Sights.FALLBACK);
    }

    private static List<PreviewResult.Pair> pairs(DirectorySnapshot directory, List<int[]> pairs) {
        return pairs.stream()
                .map(pair -> new PreviewResult.Pair(id(directory, pair[0]), id(directory, pair[1])))
                .toList();
    }

    private static UserId id(DirectorySnapshot directory, int member) {
        return directory.member(member).id();
    }
}
