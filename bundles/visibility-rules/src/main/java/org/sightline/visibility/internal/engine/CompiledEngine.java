package org.sightline.visibility.internal.engine;

import java.util.BitSet;
import java.util.List;
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
            long maxBytes) {
        this.directory = directory;
        this.policy = policy;
        this.layout = layout;
        this.table = table;
        this.targets = targets;
        this.mainView = mainView;
        this.maxBytes = maxBytes;
        Judge judge = new Judge(table, layout.places.end);
        rows = new Rows(layout, table, targets, judge, maxBytes);
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
        return new CompiledEngine(directory, policy, layout, table, new Targets(layout, table), view, maxBytes);
    }

    /**
     * Compiles another policy over the same people, keeping what does not depend on rules.
     *
     * @param sameDirectory a directory of the same content as this engine's
     * @param mainSight     what the other policy's main rule shows there
     */
    public CompiledEngine with(DirectorySnapshot sameDirectory, VisibilityPolicy policy, MainSight mainSight) {
        MainView view = mainView.sight().equals(mainSight) ? mainView : MainView.of(mainSight, layout.places);
        RuleTable sameEntries = table.withOtherEffects(policy);
        if (sameEntries != null) {
            return new CompiledEngine(sameDirectory, policy, layout, sameEntries, targets, view, maxBytes);
        }
        int[] named = RuleTable.membersNamed(policy, sameDirectory);
        Layout refined = layout.refined(sameDirectory, RuleTable.groupsNamed(policy, sameDirectory), named);
        return refined.named.length > 2 * named.length + MOST_LEFT_OVER
                ? compile(sameDirectory, policy, mainSight, maxBytes)
                : over(refined, sameDirectory, policy, view, maxBytes);
    }

    @Override
    public boolean sees(int viewer, int member) {
        long from = layout.record(viewer);
        long to = layout.record(member);
        if ((from | to) < 0) {
            return false;
        }
        if (viewer == member) {
            return true;
        }
        int targetClass = targets.classOfPlace[Layout.place(to)];
        int cell = targetClass == Targets.NAMED_BY_NONE ? Judge.OPEN : rows.cell(Layout.base(from), targetClass);
        return cell == Judge.VISIBLE
                || (cell == Judge.OPEN && mainView.seesMember(viewer, Layout.place(from), member, Layout.place(to)));
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        long from = layout.record(viewer);
        if (from < 0) {
            return false;
        }
        int cell = rows.cell(Layout.base(from), targets.classOfPlace[department]);
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && mainView.seesDepartment(viewer, department));
    }

    @Override
    public Decision explain(int viewer, int member) {
        if (layout.record(viewer) < 0) {
            return explanation.notActive(viewer);
        }
        if (layout.record(member) < 0) {
            return explanation.notActive(member);
        }
        return viewer == member ? explanation.self(viewer) : explanation.ofMember(viewer, member);
    }

    @Override
    public Decision explainDepartment(int viewer, int department) {
        return layout.record(viewer) < 0 ? explanation.notActive(viewer) : explanation.ofDepartment(viewer, department);
    }

    @Override
    public int[] visibleTo(int viewer) {
        return layout.record(viewer) < 0 ? Bits.NO_NUMBERS : lists.visibleTo(viewer);
    }

    @Override
    public int[] viewersOf(int member) {
        return layout.record(member) < 0 ? Bits.NO_NUMBERS : lists.viewersOf(member);
    }

    @Override
    public int[] departmentsVisibleTo(int viewer) {
        return layout.record(viewer) < 0 ? Bits.NO_NUMBERS : lists.departmentsVisibleTo(viewer);
    }

    @Override
    public int countVisibleIn(int viewer, int department) {
        return layout.record(viewer) < 0 ? 0 : overviews.countIn(viewer, department);
    }

    @Override
    public int[] visibleOutside(int viewer) {
        return layout.record(viewer) < 0 ? Bits.NO_NUMBERS : overviews.outside(viewer);
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
