package org.sightline.visibility.internal.engine;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * One tenant's policy over one directory, compiled. A check reads the two members' records, one cell of the viewer's
 * row and, where rules leave it open, asks the main rule's sight.
 */
public final class CompiledEngine implements VisibilityEngine {

    /** So many members whom no rule names any more are carried along before everything is made anew. */
    private static final int MOST_LEFT_OVER = 10_000;

    private final DirectorySnapshot directory;
    private final VisibilityPolicy policy;
    final Layout layout;
    final RuleTable table;
    final Targets targets;
    final Rows rows;
    final MainView mainView;
    private final Explanation explanation;
    final Lists lists;
    private final Overviews overviews;
    private final RuleUses ruleUses;
    private final long maxBytes;

    private CompiledEngine(
            DirectorySnapshot directory,
            VisibilityPolicy policy,
            Layout layout,
            RuleTable table,
            Targets targets,
            MainView mainView,
            @Nullable Rows carried,
            long maxBytes) {
        this.directory = directory;
        this.policy = policy;
        this.layout = layout;
        this.table = table;
        this.targets = targets;
        this.mainView = mainView;
        this.maxBytes = maxBytes;
        Judge judge = new Judge(table, layout.places.end);
        rows = carried != null ? carried : new Rows(layout, table, targets, judge, maxBytes);
        explanation = new Explanation(directory, policy, layout, table, targets, rows, judge, mainView.sight());
        lists = new Lists(layout, targets, rows, mainView);
        overviews = new Overviews(layout, targets, rows, mainView, lists);
        ruleUses = new RuleUses(layout, table, targets, judge);
    }

    /**
     * Compiles.
     *
     * @param mainSight what the policy's main rule shows in this directory
     * @param maxBytes  how many bytes of decisions to remember at most
     */
    public static CompiledEngine compile(
            DirectorySnapshot directory, VisibilityPolicy policy, MainSight mainSight, long maxBytes) {
        Places places = Places.of(directory);
        Layout layout = Layout.of(
                places, directory, RuleTable.groupsNamed(policy, directory), RuleTable.membersNamed(policy, directory));
        return over(layout, directory, policy, MainView.of(mainSight, places), maxBytes);
    }

    private static CompiledEngine over(
            Layout layout, DirectorySnapshot directory, VisibilityPolicy policy, MainView view, long maxBytes) {
        RuleTable table = new RuleTable(policy, directory, layout);
        return new CompiledEngine(directory, policy, layout, table, new Targets(layout, table), view, null, maxBytes);
    }

    /**
     * Compiles for another state of the same tenant, keeping what does not depend on the differences.
     *
     * @param mainSight what the other state's main rule shows there
     */
    public CompiledEngine with(DirectorySnapshot other, VisibilityPolicy otherPolicy, MainSight mainSight) {
        if (directory.sameContentAs(other)) {
            return withPolicy(other, otherPolicy, mainSight);
        }
        Successor successor = Successor.of(directory, other, table, Successor.groups(policy, layout));
        CompiledEngine carried = successor == null ? null : carried(successor, other, mainSight);
        if (carried == null) {
            return compile(other, otherPolicy, mainSight, maxBytes);
        }
        return policy.equals(otherPolicy) ? carried : carried.withPolicy(other, otherPolicy, mainSight);
    }

    private CompiledEngine withPolicy(DirectorySnapshot same, VisibilityPolicy other, MainSight mainSight) {
        MainView view = mainView.sight().equals(mainSight) ? mainView : MainView.of(mainSight, layout.places);
        RuleTable sameEntries = table.withOtherEffects(other);
        if (sameEntries != null) {
            return new CompiledEngine(same, other, layout, sameEntries, targets, view, null, maxBytes);
        }
        int[] named = RuleTable.membersNamed(other, same);
        Layout refined = layout.refined(same, RuleTable.groupsNamed(other, same), named);
        return refined.named.length > 2 * named.length + MOST_LEFT_OVER
                ? compile(same, other, mainSight, maxBytes)
                : over(refined, same, other, view, maxBytes);
    }

    /** The same policy over another directory; null when there is no room for what is new. */
    private @Nullable CompiledEngine carried(Successor successor, DirectorySnapshot other, MainSight mainSight) {
        boolean sameNumbers = successor.numbers == null;
        int[] touched = successor.touched();
        int[] named = touched.length == 0 ? touched : RuleTable.membersNamed(policy, other);
        Places places = successor.places(layout.places);
        MainView view = mainView.over(mainSight, places, sameNumbers);
        Resettlement resettlement = new Resettlement(layout, places, other, touched);
        if (!sameNumbers || resettlement.touchesNamed(named)) {
            return over(resettlement.withNamed(named, successor.numbers), other, policy, view, maxBytes);
        }
        Layout next = touched.length == 0 ? layout : resettlement.amongShared();
        if (next == null) {
            return null;
        }
        Targets sameClasses = targets.over(next);
        Rows sameRows = sameClasses.equals(targets) ? rows.over(next) : null;
        return new CompiledEngine(other, policy, next, table, sameClasses, view, sameRows, maxBytes);
    }

    @Override
    public boolean sees(int viewer, int member) {
        int from = layout.placeOf.get(viewer);
        int to = layout.placeOf.get(member);
        if ((from | to) < 0) {
            return false;
        }
        long[] runs = mainView.runOfPlace;
        // Most pairs are settled here: no rule names the target, and the viewer's main rule shows one run.
        if (from < runs.length && runs[from] != MainView.SEVERAL && targets.isUntouched(to)) {
            return (to >= (int) (runs[from] >>> 32) && to < (int) runs[from]) || viewer == member;
        }
        return viewer == member || seesByRules(viewer, member, to);
    }

    private boolean seesByRules(int viewer, int member, int place) {
        int targetClass = targets.classOfPlace[place];
        int cell = targetClass == Targets.NAMED_BY_NONE ? Judge.OPEN : rows.cell(layout.base(viewer), targetClass);
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && mainView.seesMember(viewer, member, place));
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        if (!layout.isActive(viewer)) {
            return false;
        }
        int cell = rows.cell(layout.base(viewer), targets.classOfPlace[department]);
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && mainView.seesDepartment(viewer, department));
    }

    @Override
    public Decision explain(int viewer, int member) {
        if (!layout.isActive(viewer)) {
            return explanation.notActive(viewer);
        }
        if (!layout.isActive(member)) {
            return explanation.notActive(member);
        }
        return viewer == member ? explanation.self(viewer) : explanation.ofMember(viewer, member);
    }

    @Override
    public Decision explainDepartment(int viewer, int department) {
        return !layout.isActive(viewer) ? explanation.notActive(viewer) : explanation.ofDepartment(viewer, department);
    }

    @Override
    public int[] visibleTo(int viewer) {
        return !layout.isActive(viewer) ? Bits.NO_NUMBERS : lists.visibleTo(viewer);
    }

    @Override
    public int[] viewersOf(int member) {
        return !layout.isActive(member) ? Bits.NO_NUMBERS : lists.viewersOf(member);
    }

    @Override
    public int[] departmentsVisibleTo(int viewer) {
        return !layout.isActive(viewer) ? Bits.NO_NUMBERS : lists.departmentsVisibleTo(viewer);
    }

    @Override
    public int countVisibleIn(int viewer, int department) {
        return !layout.isActive(viewer) ? 0 : overviews.countIn(viewer, department);
    }

    @Override
    public int[] visibleOutside(int viewer) {
        return !layout.isActive(viewer) ? Bits.NO_NUMBERS : overviews.outside(viewer);
    }

    /** Gives the memory of remembered decisions back; they are made anew when they are asked for. */
    public void forgetDecisions() {
        rows.dropAll();
    }

    /** What each rule is good for, in the order of the policy. */
    public List<RuleUse> ruleUses() {
        return ruleUses.list();
    }

    /**
     * Tells what another policy over the same people would change.
     *
     * @param otherSight what the other policy's main rule shows there; equal to {@link #mainSight()} when it is the same
     */
    public Difference differenceTo(VisibilityPolicy other, MainSight otherSight) {
        MainView view = mainView.sight().equals(otherSight) ? mainView : MainView.of(otherSight, layout.places);
        Layout common = layout.refined(
                directory, RuleTable.groupsNamed(other, directory), RuleTable.membersNamed(other, directory));
        CompiledEngine before = over(common, directory, policy, mainView, maxBytes);
        CompiledEngine after = over(common, directory, other, view, maxBytes);
        TouchedRules touched = new TouchedRules(before, policy, after, other);
        return mainView.isByPlace() && view.isByPlace()
                ? new RunDifference(before, after, touched).find()
                : new ListDifference(before, after).amongViewers(touched.viewers());
    }

    /**
     * Tells what other places for some members would change, under the same policy.
     *
     * @param after made after members or departments moved; everybody has the same number in both
     * @param moved one bit by member: those whose departments, or departments above these, are others than before
     */
    public Difference differenceAfterMoves(CompiledEngine after, BitSet moved) {
        return new ListDifference(this, after).afterMoves(moved);
    }

    /** The same difference when any answer may be another one, since the main rule decides by more than places. */
    public Difference differenceTo(CompiledEngine after) {
        BitSet everybody = new BitSet();
        everybody.set(0, layout.places.memberCount);
        return new ListDifference(this, after).amongViewers(everybody);
    }

    /** What the policy's main rule shows. */
    public MainSight mainSight() {
        return mainView.sight();
    }

    /** The directory the numbers are of. */
    public DirectorySnapshot directory() {
        return directory;
    }
}
