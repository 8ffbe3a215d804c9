package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
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
 */
final class Layout {

    static final int PAGE_BITS = 12;
    static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    private static final int[] NOWHERE = {};

    final Places places;

    /** By page and member: base in the upper, place in the lower half; -1 for members who are not active. */
    final long[][] records;

    /** The groups that bases tell apart, in the order of their bits. */
    final List<GroupId> groups;

    private final Map<GroupId, Integer> groupNumbers;

    /** By block of 64 groups and base: in which of them the base's members are. */
    private final long[][] groupBits;

    /** By base. */
    private final int[] placeOfBase;

    /** Named members, in the order of their own places, which follow the shared ones. */
    private final int[] named;

    /** One bit by member. */
    private final long[] isNamed;

    private Layout(Places places, Builder built) {
        this.places = places;
        records = built.records();
        groups = List.copyOf(built.groups);
        groupNumbers = new HashMap<>();
        for (GroupId group : groups) {
            groupNumbers.put(group, groupNumbers.size());
        }
        groupBits = new long[built.groupBits.size()][];
        for (int block = 0; block < groupBits.length; block++) {
            groupBits[block] = Arrays.copyOf(built.groupBits.get(block), built.baseCount);
        }
        placeOfBase = Arrays.copyOf(built.placeOfBase, built.baseCount);
        named = built.named.toArray();
        isNamed = new long[(places.memberCount >>> 6) + 1];
        for (int member : named) {
            isNamed[member >>> 6] |= 1L << member;
        }
    }

    /**
     * Folds the members.
     *
     * @param groups the groups to tell apart
     * @param named  the members to keep alone
     */
    static Layout of(Places places, DirectorySnapshot directory, Iterable<GroupId> groups, int[] named) {
        Builder builder = new Builder(places);
        for (GroupId group : groups) {
            builder.split(group, directory.membersOf(group));
        }
        for (int member : named) {
            builder.separate(member);
        }
        return new Layout(places, builder);
    }

    /** Base in the upper, place in the lower half; negative for a member who is not active. */
    long record(int member) {
        return records[member >>> PAGE_BITS][member & PAGE_MASK];
    }

    static int base(long record) {
        return (int) (record >>> 32);
    }

    static int place(long record) {
        return (int) record;
    }

    int baseCount() {
        return placeOfBase.length;
    }

    int placeCount() {
        return places.count() + named.length;
    }

    int placeOfBase(int base) {
        return placeOfBase[base];
    }

    /** The member a place or base was made for; -1 when it is shared. */
    int memberAlone(int place) {
        return place < places.count() ? -1 : named[place - places.count()];
    }

    boolean isNamed(int member) {
        return (isNamed[member >>> 6] & 1L << member) != 0;
    }

    boolean anyNamed() {
        return named.length > 0;
    }

    /** The departments of a place, ascending. */
    int[] departments(int place) {
        int shared = place < places.count() ? place : places.placeOf[named[place - places.count()]];
        if (shared < 0) {
            return NOWHERE;
        }
        return shared < places.departmentCount ? new int[] {shared} : places.sets[shared - places.departmentCount];
    }

    /** The place a member would have if nobody named them. */
    int sharedPlace(int place) {
        return place < places.count() ? place : places.placeOf[named[place - places.count()]];
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
        return groupBits[block][base];
    }

    /** Splits bases group by group; the work grows with the sizes of the groups, not with their combinations. */
    private static final class Builder {

        final Places places;
        final List<GroupId> groups = new ArrayList<>();
        final List<long[]> groupBits = new ArrayList<>();
        final IntList named = new IntList(16);
        int[] placeOfBase;
        int baseCount;

        private final int[] baseOf;
        private final long[] alone;
        private int[] size;
        private int[] hits;
        private int[] movedTo;

        Builder(Places places) {
            this.places = places;
            baseCount = places.count();
            baseOf = places.placeOf.clone();
            alone = new long[(places.memberCount >>> 6) + 1];
            placeOfBase = new int[baseCount];
            size = new int[baseCount];
            for (int place = 0; place < baseCount; place++) {
                placeOfBase[place] = place;
                size[place] = places.start[place + 1] - places.start[place];
            }
            hits = new int[baseCount];
            movedTo = new int[baseCount];
        }

        void split(GroupId group, int[] members) {
            int number = groups.size();
            groups.add(group);
            if ((number & 63) == 0) {
                groupBits.add(new long[placeOfBase.length]);
            }
            IntList touched = new IntList(64);
            for (int member : members) {
                int base = baseOf[member];
                if (base >= 0 && hits[base]++ == 0) {
                    touched.add(base);
                }
            }
            for (int index = 0; index < touched.size(); index++) {
                int base = touched.get(index);
                int inside = hits[base] == size[base] ? base : newBase(base, hits[base]);
                movedTo[base] = inside;
                groupBits.get(number >>> 6)[inside] |= 1L << number;
            }
            for (int member : members) {
                int base = baseOf[member];
                if (base >= 0) {
                    baseOf[member] = movedTo[base];
                }
            }
            for (int index = 0; index < touched.size(); index++) {
                hits[touched.get(index)] = 0;
            }
        }

        private int newBase(int from, int members) {
            if (baseCount == placeOfBase.length) {
                grow();
            }
            int base = baseCount++;
            placeOfBase[base] = placeOfBase[from];
            size[base] = members;
            size[from] -= members;
            for (long[] block : groupBits) {
                block[base] = block[from];
            }
            return base;
        }

        private void grow() {
            int capacity = placeOfBase.length + (placeOfBase.length >> 1) + 16;
            placeOfBase = Arrays.copyOf(placeOfBase, capacity);
            size = Arrays.copyOf(size, capacity);
            hits = Arrays.copyOf(hits, capacity);
            movedTo = Arrays.copyOf(movedTo, capacity);
            groupBits.replaceAll(block -> Arrays.copyOf(block, capacity));
        }

        void separate(int member) {
            boolean known = (alone[member >>> 6] & 1L << member) != 0;
            if (baseOf[member] < 0 || known) {
                return;
            }
            alone[member >>> 6] |= 1L << member;
            int base = newBase(baseOf[member], 1);
            placeOfBase[base] = places.count() + named.size();
            baseOf[member] = base;
            named.add(member);
        }

        long[][] records() {
            int pages = (places.memberCount >>> PAGE_BITS) + 1;
            long[][] records = new long[pages][];
            for (int page = 0; page < pages; page++) {
                int from = page << PAGE_BITS;
                long[] record = new long[Math.min(1 << PAGE_BITS, places.memberCount - from)];
                for (int index = 0; index < record.length; index++) {
                    int base = baseOf[from + index];
                    record[index] = base < 0 ? -1L : (long) base << 32 | placeOfBase[base];
                }
                records[page] = record;
            }
            return records;
        }
    }
}
