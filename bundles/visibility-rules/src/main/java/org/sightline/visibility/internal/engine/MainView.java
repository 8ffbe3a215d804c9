package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.visibility.internal.mainrule.DepartmentSight;
import org.sightline.visibility.internal.mainrule.MainSight;
import org.sightline.visibility.internal.mainrule.PlacementSight;
import org.sightline.visibility.internal.mainrule.Sights;

/**
 * A main rule's sight beside the places of a directory. A sight of whole departments is answered from the target's
 * place, without looking at the member; when it is the same for all members of a place, as with the rules that come
 * with the server, also without looking at the viewer.
 */
final class MainView {

    /** In {@link #runOfPlace}: several runs. */
    static final long SEVERAL = -1;

    private static final int[] @Nullable [] NONE = {};

    private final MainSight sight;
    private final Places places;

    /**
     * By place: the one run of departments its viewers see, first in the upper and after last in the lower half;
     * {@link #SEVERAL} for more. Empty when viewers of some place may differ.
     */
    final long[] runOfPlace;

    /** By place: its runs when they are several. */
    private final int[] @Nullable [] severalRuns;

    private MainView(MainSight sight, Places places, long[] runOfPlace, int[] @Nullable [] severalRuns) {
        this.sight = sight;
        this.places = places;
        this.runOfPlace = runOfPlace;
        this.severalRuns = severalRuns;
    }

    static MainView of(MainSight sight, Places places) {
        if (sight instanceof PlacementSight placement) {
            return fromPlacements(placement, places, new long[0], NONE);
        }
        if (sight.equals(Sights.FALLBACK)) {
            return new MainView(sight, places, new long[places.count()], new int[places.count()][]);
        }
        if (sight instanceof DepartmentSight byViewer) {
            return fromViewers(byViewer, places);
        }
        return new MainView(sight, places, new long[0], NONE);
    }

    /**
     * Returns the view of another state's sight.
     *
     * @param others      the other state's places; all of these places are among them
     * @param sameNumbers whether places and departments have the same numbers
     */
    MainView over(MainSight other, Places others, boolean sameNumbers) {
        if (sameNumbers
                && sight instanceof PlacementSight placement
                && other instanceof PlacementSight otherPlacement
                && otherPlacement.showsSameAs(placement)) {
            return runOfPlace.length == others.count()
                    ? new MainView(other, others, runOfPlace, severalRuns)
                    : fromPlacements(otherPlacement, others, runOfPlace, severalRuns);
        }
        return of(other, others);
    }

    private static MainView fromPlacements(
            PlacementSight sight, Places places, long[] known, int[] @Nullable [] knownSeveral) {
        long[] run = Arrays.copyOf(known, places.count());
        int[] @Nullable [] several = Arrays.copyOf(knownSeveral, places.count());
        for (int place = known.length; place < run.length; place++) {
            enter(place, sight.runsFrom(places.departments(place)), run, several);
        }
        return new MainView(sight, places, run, several);
    }

    private static MainView fromViewers(DepartmentSight sight, Places places) {
        long[] run = new long[places.count()];
        int[] @Nullable [] several = new int[places.count()][];
        for (int place = 0; place < run.length; place++) {
            int first = places.start[place];
            int after = places.start[place + 1];
            int[] runs = first == after ? Bits.NO_NUMBERS : sight.runsOf(places.byPlace[first]);
            for (int index = first + 1; index < after; index++) {
                if (!Arrays.equals(runs, sight.runsOf(places.byPlace[index]))) {
                    return new MainView(sight, places, new long[0], NONE);
                }
            }
            enter(place, runs, run, several);
        }
        return new MainView(sight, places, run, several);
    }

    private static void enter(int place, int[] runs, long[] run, int[] @Nullable [] several) {
        if (runs.length == 2) {
            run[place] = (long) runs[0] << 32 | runs[1];
        } else if (runs.length > 2) {
            run[place] = SEVERAL;
            several[place] = runs;
        }
    }

    MainSight sight() {
        return sight;
    }

    /**
     * Whether the viewer sees the member.
     *
     * @param memberPlace the member's place in the layout
     */
    boolean seesMember(int viewer, int member, int memberPlace) {
        if (runOfPlace.length == 0 && !(sight instanceof DepartmentSight)) {
            return sight.seesMember(viewer, member);
        }
        int[] seen = runsOf(viewer);
        return memberPlace < places.departmentCount
                ? DepartmentSight.contains(seen, memberPlace)
                : DepartmentSight.containsAny(seen, places.departments(places.placeOf.get(member)));
    }

    private int[] runsOf(int viewer) {
        return runOfPlace.length == 0 && sight instanceof DepartmentSight byViewer
                ? byViewer.runsOf(viewer)
                : runsOfPlace(places.placeOf.get(viewer));
    }

    boolean seesDepartment(int viewer, int department) {
        return sight.seesDepartment(viewer, department);
    }

    /** Whether all viewers of a place see the same, in whole departments. */
    boolean isByPlace() {
        return runOfPlace.length > 0;
    }

    /** The departments that viewers of a place see, when {@link #isByPlace()}: first and after last in turn. */
    int[] runsOfPlace(int place) {
        int[] several = severalRuns[place];
        if (several != null) {
            return several;
        }
        long run = runOfPlace[place];
        return run == 0 ? Bits.NO_NUMBERS : new int[] {(int) (run >>> 32), (int) run};
    }

    /** Equal for viewers to whom the sight shows the same. */
    Object classOf(int viewer) {
        return isByPlace() || sight instanceof DepartmentSight ? new IntKey(runsOf(viewer)) : viewer;
    }
}
