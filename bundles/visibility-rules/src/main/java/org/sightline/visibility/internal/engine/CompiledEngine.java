package org.sightline.visibility.internal.engine;

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

    private final DirectorySnapshot directory;
    private final Layout layout;
    private final Targets targets;
    private final Rows rows;
    private final MainSight mainSight;
    private final Explanation explanation;
    private final Lists lists;

    private CompiledEngine(
            DirectorySnapshot directory, VisibilityPolicy policy, Places places, MainSight mainSight, long maxCells) {
        this.directory = directory;
        this.mainSight = mainSight;
        layout = Layout.of(
                places, directory, RuleTable.groupsNamed(policy, directory), RuleTable.membersNamed(policy, directory));
        RuleTable table = new RuleTable(policy, directory, layout);
        targets = new Targets(layout, table);
        Judge judge = new Judge(table, places.end);
        rows = new Rows(layout, table, targets, judge, maxCells);
        explanation = new Explanation(directory, policy, layout, table, targets, rows, judge, mainSight);
        lists = new Lists(layout, targets, rows, mainSight);
    }

    /**
     * Compiles.
     *
     * @param mainSight what the policy's main rule shows in this directory
     * @param maxCells  how many decisions to remember at most, a byte each
     */
    public static CompiledEngine compile(
            DirectorySnapshot directory, VisibilityPolicy policy, MainSight mainSight, long maxCells) {
        return new CompiledEngine(directory, policy, Places.of(directory), mainSight, maxCells);
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
        byte cell = rows.ofBase(Layout.base(from)).cell(targets.classOfPlace[Layout.place(to)]);
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && mainSight.seesMember(viewer, member));
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        long from = layout.record(viewer);
        if (from < 0) {
            return false;
        }
        byte cell = rows.ofBase(Layout.base(from)).cell(targets.classOfPlace[department]);
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && mainSight.seesDepartment(viewer, department));
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

    /** The directory the numbers are of. */
    public DirectorySnapshot directory() {
        return directory;
    }
}
