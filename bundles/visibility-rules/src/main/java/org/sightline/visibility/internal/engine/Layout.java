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
 * rules instead of being made anew. What a base stands for never changes from one layout to the next: members get other
 * bases. Numbers are left free between shared bases and places and those of named members, for those to come.
 */
final class Layout {

    final Places places;

    /** By member; {@link Places#NONE} for those who are not active. */
    final IntPages placeOf;

    /** By member; of no meaning for those who are not active. */
    final IntPages baseOf;

    /** The groups that bases tell apart, in the order of their bits. */
    final List<GroupId> groups;

    /** How many bases are shared. */
    final int sharedBases;

    /** Bases from here on belong to one named member each. */
    final int firstNamedBase;

    /** Places from here on belong to one named member each. */
    final int firstNamedPlace;

    /** By block of 64 groups and shared base: in which of them the base's members are. */
    final LongPages[] groupBits;

    /** By shared base. */
    final IntPages placeOfBase;

    /** Members kept alone, in the order of their own bases and places. */
    final int[] named;

    /** By position in {@link #named}: the base the member would have if nobody named them. */
    final int[] originOfNamed;

    /** One bit by member. */
    final long[] isNamed;

    private final Map<GroupId, Integer> groupNumbers;

    Layout(LayoutBuilder built) {
        places = built.places;
        placeOf = built.placeOf.done();
        baseOf = built.baseOf.done();
        groups = List.copyOf(built.groups);
        groupBits = built.groupBits.stream().map(LongPages.Edit::done).toArray(LongPages[]::new);
        sharedBases = built.sharedBases;
        firstNamedBase = built.firstNamedBase;
        firstNamedPlace = built.firstNamedPlace;
        placeOfBase = built.placeOfBase.done();
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

    /** The place of a member; negative for one who is not active. */
    int place(int member) {
        return placeOf.get(member);
    }

    /** The base of an active member. */
    int base(int member) {
        return baseOf.get(member);
    }

    boolean isActive(int member) {
        return placeOf.get(member) >= 0;
    }

    /** After the last base; not all below are in use. */
    int baseLimit() {
        return firstNamedBase + named.length;
    }

    int placeOfBase(int base) {
        return base < firstNamedBase ? placeOfBase.get(base) : firstNamedPlace + base - firstNamedBase;
    }

    /** After the last place; not all below are in use. */
    int placeLimit() {
        return firstNamedPlace + named.length;
    }

    /** The member a place was made for; -1 when it is shared. */
    int memberAlone(int place) {
        return place < firstNamedPlace ? -1 : named[place - firstNamedPlace];
    }

    boolean isNamed(int member) {
        int word = member >>> 6;
        return word < isNamed.length && (isNamed[word] & 1L << member) != 0;
    }

    boolean anyNamed() {
        return named.length > 0;
    }

    /** The place a member would have if nobody named them. */
    int sharedPlace(int place) {
        return place < firstNamedPlace ? place : places.placeOf.get(named[place - firstNamedPlace]);
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
        return groupBits[block].get(base < firstNamedBase ? base : originOfNamed[base - firstNamedBase]);
    }
}
