package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import org.sightline.visibility.internal.mainrule.DepartmentSight;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.Sights;

/**
 * A main rule's sight beside the places of a directory. A sight of whole departments is answered from the target's
 * place, without looking at the member; when it is the same for all members of a place, as with the rules that come
 * with the server, also without looking at the viewer.
 */
final class MainView {

    private static final long NO_RUN = -1;

    private final MainSight sight;
    private final Places places;
    private final boolean byRuns;
    private final DepartmentSight runs;

    /** By place: the class of its viewers; empty when viewers of some place differ. */
    private final int[] classOfPlace;

    /** By place: first and after last department its viewers see, when that is one run; {@link #NO_RUN} otherwise. */
    private final long[] runOfPlace;

    private MainView(MainSight sight, Places places) {
        this.sight = sight;
        this.places = places;
        byRuns = sight instanceof DepartmentSight;
        runs = sight instanceof DepartmentSight departments ? departments : DepartmentSight.NOTHING_SEEN;
        classOfPlace = byRuns ? classes(runs, places) : Bits.NO_NUMBERS;
        runOfPlace = new long[classOfPlace.length];
        for (int place = 0; place < runOfPlace.length; place++) {
            runOfPlace[place] = singleRun(classOfPlace[place]);
        }
    }

    private long singleRun(int viewerClass) {
        int[] seen = viewerClass < 0 ? Bits.NO_NUMBERS : runs.runs(viewerClass);
        return seen.length == 2 ? (long) seen[0] << 32 | seen[1] : NO_RUN;
    }

    static MainView of(MainSight sight, Places places) {
        return new MainView(sight, places);
    }

    private static int[] classes(DepartmentSight sight, Places places) {
        int[] classes = new int[places.count()];
        Arrays.fill(classes, -1);
        for (int place = 0; place < classes.length; place++) {
            int after = places.start[place + 1];
            for (int index = places.start[place]; index < after; index++) {
                int itsClass = sight.classOf(places.byPlace[index]);
                if (index > places.start[place] && itsClass != classes[place]) {
                    return Bits.NO_NUMBERS;
                }
                classes[place] = itsClass;
            }
        }
        return classes;
    }

    MainSight sight() {
        return sight;
    }

    /**
     * Whether the viewer sees the member.
     *
     * @param viewerPlace the viewer's place in the layout
     * @param memberPlace the member's place in the layout
     */
    boolean seesMember(int viewer, int viewerPlace, int member, int memberPlace) {
        if (viewerPlace < runOfPlace.length && memberPlace < places.departmentCount) {
            long run = runOfPlace[viewerPlace];
            if (run != NO_RUN) {
                return memberPlace >= (int) (run >>> 32) && memberPlace < (int) run;
            }
        }
        return byRuns ? seesThroughRuns(viewer, viewerPlace, member, memberPlace) : sight.seesMember(viewer, member);
    }

    private boolean seesThroughRuns(int viewer, int viewerPlace, int member, int memberPlace) {
        int viewerClass = viewerPlace < classOfPlace.length ? classOfPlace[viewerPlace] : runs.classOf(viewer);
        if (viewerClass < 0) {
            return false;
        }
        int[] seen = runs.runs(viewerClass);
        if (memberPlace < places.departmentCount) {
            return DepartmentSight.contains(seen, memberPlace);
        }
        for (int department : places.departments(places.placeOf[member])) {
            if (DepartmentSight.contains(seen, department)) {
                return true;
            }
        }
        return false;
    }

    boolean seesDepartment(int viewer, int department) {
        return sight.seesDepartment(viewer, department);
    }

    /** Whether all viewers of a place see the same, in whole departments. */
    boolean isByPlace() {
        return classOfPlace.length > 0 || sight.equals(Sights.FALLBACK);
    }

    /** The departments that viewers of a place see, when {@link #isByPlace()}: first and after last in turn. */
    int[] runsOfPlace(int place) {
        int viewerClass = classOfPlace.length == 0 ? -1 : classOfPlace[place];
        return viewerClass < 0 ? Bits.NO_NUMBERS : runs.runs(viewerClass);
    }

    /** Equal for viewers to whom the sight shows the same. */
    Object classOf(int viewer) {
        return byRuns ? (Object) (long) runs.classOf(viewer) : sight.equals(Sights.FALLBACK) ? sight : viewer;
    }
}
