package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;

/**
 * Members as the rules look at them: those who share a place and all groups that rules name share a <em>base</em>;
 * whoever a rule names alone gets a base and a place of their own. What depends on rules is then kept by base and by
 * place, never by member, and stays small.
 *
 * <p>A layout can tell more groups and members apart than the rules at hand need, so that it can be refined for other
 * rules instead of being made anew.
 */
final class Layout {

    static final int PAGE_BITS = 12;
    static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    final Places places;

    /** By page and member: base in the upper, place in the lower half; -1 for members who are not active. */
    final long[][] records;

    /** The groups that bases tell apart, in the order of their bits. */
    final List<GroupId> groups;

    /** How many bases are shared; those from here on belong to one named member each. */
    final int sharedBases;

    /** By block of 64 groups and shared base: in which of them the base's members are. */
    final long[][] groupBits;

    /** By shared base. */
    final int[] placeOfBase;

    /** By shared base: how many members it would have if nobody was named. */
    final int[] sizeOfBase;

    /** Members kept alone, in the order of their own bases and places, which follow the shared ones. */
    final int[] named;

    /** By position in {@link #named}: the base the member would have if nobody named them. */
    final int[] originOfNamed;

    /** One bit by member. */
    final long[] isNamed;

    private final Map<GroupId, Integer> groupNumbers;

    Layout(LayoutBuilder built) {
        places = built.places;
        records = built.records;
        groups = List.copyOf(built.groups);
        groupBits = built.groupBits.toArray(new long[0][]);
        sharedBases = built.sharedBases;
        placeOfBase = built.placeOfBase;
        sizeOfBase = built.sizeOfBase;
        named = built.named.toArray();
        originOfNamed = built.originOfNamed.toArray();
        isNamed = built.isNamed;
        groupNumbers = new HashMap<>();
        for (GroupId group : groups) {
            groupNumbers.put(group, groupNumbers.size());
        }
    }

    /**
     * Folds the members.
     *
     * @param groups the groups to tell apart
     * @param named  the members to keep alone
     */
    static Layout of(Places places, DirectorySnapshot directory, Collection<GroupId> groups, int[] named) {
        LayoutBuilder builder = new LayoutBuilder(places);
        builder.refine(directory, groups, named);
        return new Layout(builder);
    }

    /**
     * Returns a layout that tells these apart, too; this one when it does so already.
     *
     * @param directory of the same content as the one this was made of
     */
    Layout refined(DirectorySnapshot directory, Collection<GroupId> moreGroups, int[] moreNamed) {
        List<GroupId> newGroups = moreGroups.stream()
                .filter(group -> !groupNumbers.containsKey(group))
                .toList();
        int[] newNamed =
                Arrays.stream(moreNamed).filter(member -> !isNamed(member)).toArray();
        if (newGroups.isEmpty() && newNamed.length == 0) {
            return this;
        }
        LayoutBuilder builder = new LayoutBuilder(this);
        builder.refine(directory, newGroups, newNamed);
        return new Layout(builder);
    }

    /** Base in the upper, place in the lower half; negative for a member who is not active. */
    long record(int member) {
        return records[member >>> PAGE_BITS][member & PAGE_MASK];
    }

    static long record(int base, int place) {
        return (long) base << 32 | place;
    }

    static int base(long record) {
        return (int) (record >>> 32);
    }

    static int place(long record) {
        return (int) record;
    }

    int baseCount() {
        return sharedBases + named.length;
    }

    int placeOfBase(int base) {
        return base < sharedBases ? placeOfBase[base] : places.count() + base - sharedBases;
    }

    int placeCount() {
        return places.count() + named.length;
    }

    /** The member a place was made for; -1 when it is shared. */
    int memberAlone(int place) {
        return place < places.count() ? -1 : named[place - places.count()];
    }

    boolean isNamed(int member) {
        return (isNamed[member >>> 6] & 1L << member) != 0;
    }

    boolean anyNamed() {
        return named.length > 0;
    }

    /** The place a member would have if nobody named them. */
    int sharedPlace(int place) {
        return place < places.count() ? place : places.placeOf[named[place - places.count()]];
    }

    /** The departments of a place, ascending. */
    int[] departments(int place) {
        return places.departments(sharedPlace(place));
    }

    /** The number of a group's bit; null when bases do not tell it apart. */
    @Nullable
    Integer groupNumber(GroupId group) {
        return groupNumbers.get(group);
    }

    int groupBlocks() {
        return groupBits.length;
    }

    long groupBits(int block, int base) {
        return groupBits[block][base < sharedBases ? base : originOfNamed[base - sharedBases]];
    }
}
