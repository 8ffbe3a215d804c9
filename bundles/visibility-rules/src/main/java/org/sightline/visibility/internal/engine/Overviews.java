package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.visibility.internal.mainrule.MainSight;

/**
 * Overviews of the organisation by class of viewers, made when first asked for; the least used ones go when they have
 * become too many. With a main rule that sees whole departments, viewers with the same row and the same departments
 * share one.
 */
final class Overviews {

    /** So many numbers are kept, four bytes each. */
    private static final long MOST_NUMBERS = 4_000_000;

    /** What an overview takes beside its numbers, as numbers. */
    private static final int OVERHEAD = 60;

    private final Layout layout;
    private final Places places;
    private final Targets targets;
    private final Rows rows;
    private final MainView mainView;
    private final Lists lists;
    private final Map<Object, Overview> known = new LinkedHashMap<>(16, 0.75f, true);
    private long numbers;
    private volatile int @Nullable [] alone;

    Overviews(Layout layout, Targets targets, Rows rows, MainView mainView, Lists lists) {
        this.layout = layout;
        this.places = layout.places;
        this.targets = targets;
        this.rows = rows;
        this.mainView = mainView;
        this.lists = lists;
    }

    /** How many members an active viewer sees in a department and below, each once, themself included. */
    int countIn(int viewer, int department) {
        int end = places.end[department];
        int count = of(viewer).count(department, end);
        return isMissing(viewer) && liesIn(viewer, department, end) ? count + 1 : count;
    }

    private boolean liesIn(int viewer, int department, int end) {
        for (int own : places.departments(places.placeOf.get(viewer))) {
            if (own >= department && own < end) {
                return true;
            }
        }
        return false;
    }

    /** Whether the viewer's class does not see the viewer, who therefore has to be counted apart. */
    private boolean isMissing(int viewer) {
        MainSight.Listing listing = mainView.sight().listing(viewer);
        if (!(listing instanceof MainSight.Listing.Departments open)) {
            return false;
        }
        int cell = rows.ofBase(layout.base(viewer)).cell(targets.classOfPlace[layout.place(viewer)]);
        return !shows(cell, open.runs(), places.departments(places.placeOf.get(viewer)));
    }

    /** The members an active viewer sees though they see none of the members' departments; ascending. */
    int[] outside(int viewer) {
        int[] others = of(viewer).outside();
        if (!isMissing(viewer) || seesOwnDepartment(viewer)) {
            return others.clone();
        }
        int at = -Arrays.binarySearch(others, viewer) - 1;
        int[] all = new int[others.length + 1];
        System.arraycopy(others, 0, all, 0, at);
        all[at] = viewer;
        System.arraycopy(others, at, all, at + 1, others.length - at);
        return all;
    }

    private boolean seesOwnDepartment(int viewer) {
        Row row = rows.ofBase(layout.base(viewer));
        for (int department : places.departments(places.placeOf.get(viewer))) {
            int cell = row.cell(targets.classOfPlace[department]);
            if (cell == Judge.VISIBLE || (cell == Judge.OPEN && mainView.seesDepartment(viewer, department))) {
                return true;
            }
        }
        return false;
    }

    private Overview of(int viewer) {
        Row row = rows.ofBase(layout.base(viewer));
        MainSight.Listing listing = mainView.sight().listing(viewer);
        int[] open = listing instanceof MainSight.Listing.Departments departments ? departments.runs() : null;
        Object key = open == null ? (Object) viewer : new ClassKey(row, new IntKey(open));
        synchronized (known) {
            Overview made = known.get(key);
            if (made != null) {
                return made;
            }
        }
        Overview made = open == null ? ofViewer(viewer) : ofClass(row, open);
        keep(key, made);
        return made;
    }

    private void keep(Object key, Overview made) {
        synchronized (known) {
            if (known.put(key, made) == null) {
                numbers += made.size() + OVERHEAD;
            }
            var oldest = known.entrySet().iterator();
            while (numbers > MOST_NUMBERS && known.size() > 1) {
                numbers -= oldest.next().getValue().size() + OVERHEAD;
                oldest.remove();
            }
        }
    }

    private Overview ofClass(Row row, int[] main) {
        Row.Seen seen = row.seen();
        int[] runs = Runs.union(seen.visibleRuns, Runs.intersection(seen.openRuns, main));
        Overview.Builder builder = new Overview.Builder(places);
        for (int place : seen.visiblePlaces) {
            if (place < places.count()) {
                addShared(place, runs, builder);
            }
        }
        for (int place : openPlaces(row, main)) {
            addShared(place, runs, builder);
        }
        for (int index = 0; index < layout.named.length; index++) {
            addNamed(index, row, main, runs, builder);
        }
        return builder.build(runs);
    }

    /** Sets of departments that rules leave open and of which the main rule sees one. */
    private int[] openPlaces(Row row, int[] main) {
        IntList found = new IntList(16);
        for (int run = 0; run < main.length; run += 2) {
            int after = places.elsewhereStart[main[run + 1]];
            for (int index = places.elsewhereStart[main[run]]; index < after; index++) {
                int place = places.placeOf.get(places.elsewhere[index]);
                if (row.cell(targets.classOfPlace[place]) == Judge.OPEN) {
                    found.add(place);
                }
            }
        }
        return found.toSortedSet(places.count());
    }

    /** A set of departments whose members are seen; those whom rules name are left for later. */
    private void addShared(int place, int[] runs, Overview.Builder builder) {
        int[] departments = places.departments(place);
        builder.count(departments, unnamed(place));
        if (!Runs.containAny(runs, departments)) {
            for (int index = places.start[place]; index < places.start[place + 1]; index++) {
                if (!layout.isNamed(places.byPlace[index])) {
                    builder.outside(places.byPlace[index]);
                }
            }
        }
    }

    private int unnamed(int place) {
        return places.start[place + 1] - places.start[place] - named()[place - places.departmentCount];
    }

    /** By set of departments: how many of its members are named. */
    private int[] named() {
        int[] counted = alone;
        if (counted == null) {
            counted = new int[places.sets.length];
            for (int member : layout.named) {
                int set = places.placeOf.get(member) - places.departmentCount;
                if (set >= 0) {
                    counted[set]++;
                }
            }
            alone = counted;
        }
        return counted;
    }

    private void addNamed(int index, Row row, int[] main, int[] runs, Overview.Builder builder) {
        int member = layout.named[index];
        int[] departments = places.departments(places.placeOf.get(member));
        boolean visible = shows(row.cell(targets.classOfPlace[layout.firstNamedPlace + index]), main, departments);
        boolean departmentVisible = Runs.containAny(runs, departments);
        boolean counted = departments.length == 1 && departmentVisible;
        if (visible != counted) {
            builder.count(departments, visible ? 1 : -1);
        }
        if (visible && !departmentVisible) {
            builder.outside(member);
        }
    }

    private static boolean shows(int cell, int[] main, int[] departments) {
        return cell == Judge.VISIBLE || (cell == Judge.OPEN && Runs.containAny(main, departments));
    }

    private Overview ofViewer(int viewer) {
        boolean[] seen = new boolean[places.departmentCount];
        for (int department : lists.departmentsVisibleTo(viewer)) {
            seen[department] = true;
        }
        Overview.Builder builder = new Overview.Builder(places);
        for (int member : lists.visibleTo(viewer)) {
            int[] departments = places.departments(places.placeOf.get(member));
            builder.count(departments, 1);
            boolean departmentVisible = false;
            for (int department : departments) {
                departmentVisible |= seen[department];
            }
            if (!departmentVisible) {
                builder.outside(member);
            }
        }
        return builder.build(Bits.NO_NUMBERS);
    }

    /** What viewers with one overview have in common. */
    private record ClassKey(Row row, IntKey open) {}
}
