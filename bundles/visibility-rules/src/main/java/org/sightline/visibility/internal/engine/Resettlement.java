package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * Gives other bases to a few members who came, went, moved or are in other groups than before; everybody else keeps
 * theirs.
 */
final class Resettlement {

    /** Among so many members of a place somebody with the same base is looked for before a new base is made. */
    private static final int NEIGHBOURS = 64;

    private final Layout before;
    private final Places places;
    private final int[] touched;
    private final int[][] groups;

    /**
     * @param places    the places afterwards
     * @param directory the state afterwards
     * @param touched   the members, ascending; all who are new are among them
     */
    Resettlement(Layout before, Places places, DirectorySnapshot directory, int[] touched) {
        this.before = before;
        this.places = places;
        this.touched = touched;
        groups = touched.length == 0
                ? new int[0][]
                : before.groups.stream().map(directory::membersOf).toArray(int[][]::new);
    }

    /** Whether somebody whom the layout keeps alone, or has to, is touched. */
    boolean touchesNamed(int[] named) {
        return Arrays.stream(touched).anyMatch(member -> before.isNamed(member) || isIn(named, member));
    }

    /** Keeps all who are alone as they are; null when there is no room for what is new. */
    @Nullable
    Layout amongShared() {
        LayoutBuilder builder = new LayoutBuilder(before, places, before.placeOf.edit(), before.placeOfBase.edit());
        for (int member : touched) {
            settle(member, builder);
        }
        boolean room = builder.sharedBases <= builder.firstNamedBase && places.count() <= builder.firstNamedPlace;
        return room ? new Layout(builder) : null;
    }

    /**
     * Makes all bases and places of those who are alone anew.
     *
     * @param named   also to be kept alone when they are active
     * @param numbers by old department number the new one; null when they are the same
     */
    Layout withNamed(int[] named, int @Nullable [] numbers) {
        IntPages.Edit placeOfBase = numbers == null ? before.placeOfBase.edit() : renumbered(numbers);
        LayoutBuilder builder = new LayoutBuilder(before, places, places.placeOf.edit(), placeOfBase);
        int[] alone = builder.release();
        for (int member : touched) {
            settle(member, builder);
        }
        builder.leaveRoom();
        for (int member : alone) {
            if (builder.placeOf.get(member) >= 0) {
                builder.name(member);
            }
        }
        for (int member : touched) {
            if (isIn(named, member) && Arrays.binarySearch(alone, member) < 0 && builder.placeOf.get(member) >= 0) {
                builder.name(member);
            }
        }
        return new Layout(builder);
    }

    private IntPages.Edit renumbered(int[] numbers) {
        int moved = places.departmentCount - before.places.departmentCount;
        int[] after = new int[before.sharedBases];
        for (int base = 0; base < after.length; base++) {
            int place = before.placeOfBase.get(base);
            // A base of a department that is gone has no members any more and is never looked at.
            after[base] = place >= numbers.length ? place + moved : Math.max(numbers[place], 0);
        }
        return IntPages.of(after).edit();
    }

    private void settle(int member, LayoutBuilder builder) {
        int place = places.placeOf.get(member);
        builder.put(member, place < 0 ? Places.NONE : base(member, place, builder), place);
    }

    private int base(int member, int place, LayoutBuilder builder) {
        long[] bits = new long[builder.groupBits.size()];
        for (int group = 0; group < groups.length; group++) {
            if (isIn(groups[group], member)) {
                bits[group >>> 6] |= 1L << group;
            }
        }
        int after = Math.min(places.start[place + 1], places.start[place] + NEIGHBOURS);
        for (int index = places.start[place]; index < after; index++) {
            int other = places.byPlace[index];
            boolean settled = other < before.places.memberCount || other < member;
            int base = settled ? builder.baseOf.get(other) : Places.NONE;
            if (base >= 0 && builder.stands(base, place, bits)) {
                return base;
            }
        }
        return builder.newBase(place, bits);
    }

    private static boolean isIn(int[] sorted, int member) {
        return Arrays.binarySearch(sorted, member) >= 0;
    }
}
