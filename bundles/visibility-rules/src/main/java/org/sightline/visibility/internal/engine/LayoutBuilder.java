package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;

/**
 * Splits bases group by group, and keeps named members alone. The work grows with the sizes of the groups, not with
 * their combinations. What another layout shares with this one is copied before it is changed.
 */
final class LayoutBuilder {

    final Places places;
    final long[][] records;
    final List<GroupId> groups;
    final List<long[]> groupBits;
    final IntList named = new IntList(16);
    final IntList originOfNamed = new IntList(16);
    final long[] isNamed;
    int[] placeOfBase;
    int[] sizeOfBase;
    int sharedBases;

    private final BitSet ownPages = new BitSet();
    private int[] hits = Bits.NO_NUMBERS;
    private int[] movedTo = Bits.NO_NUMBERS;

    /** Starts with one base for each place. */
    LayoutBuilder(Places places) {
        this.places = places;
        groups = new ArrayList<>();
        groupBits = new ArrayList<>();
        isNamed = new long[(places.memberCount >>> 6) + 1];
        sharedBases = places.count();
        placeOfBase = new int[sharedBases];
        sizeOfBase = new int[sharedBases];
        for (int place = 0; place < sharedBases; place++) {
            placeOfBase[place] = place;
            sizeOfBase[place] = places.start[place + 1] - places.start[place];
        }
        records = firstRecords();
        ownPages.set(0, records.length);
    }

    /** Starts with what a layout tells apart. */
    LayoutBuilder(Layout layout) {
        places = layout.places;
        groups = new ArrayList<>(layout.groups);
        groupBits = new ArrayList<>(Arrays.asList(layout.groupBits));
        named.addAll(layout.named, 0, layout.named.length);
        originOfNamed.addAll(layout.originOfNamed, 0, layout.named.length);
        isNamed = layout.isNamed.clone();
        sharedBases = layout.sharedBases;
        placeOfBase = layout.placeOfBase;
        sizeOfBase = layout.sizeOfBase;
        records = layout.records.clone();
    }

    private long[][] firstRecords() {
        int pages = (places.memberCount >>> Layout.PAGE_BITS) + 1;
        long[][] first = new long[pages][];
        for (int page = 0; page < pages; page++) {
            int from = page << Layout.PAGE_BITS;
            long[] record = new long[Math.min(1 << Layout.PAGE_BITS, places.memberCount - from)];
            for (int index = 0; index < record.length; index++) {
                int place = places.placeOf[from + index];
                record[index] = place < 0 ? -1L : Layout.record(place, place);
            }
            first[page] = record;
        }
        return first;
    }

    void refine(DirectorySnapshot directory, Collection<GroupId> moreGroups, int[] moreNamed) {
        if (!moreGroups.isEmpty()) {
            split(directory, moreGroups);
        }
        for (int member : moreNamed) {
            if (baseOf(member) >= 0) {
                isNamed[member >>> 6] |= 1L << member;
                originOfNamed.add(baseOf(member));
                named.add(member);
                nameAgain(named.size() - 1);
            }
        }
    }

    /** Named members take part as if nobody named them, and get their bases anew afterwards. */
    private void split(DirectorySnapshot directory, Collection<GroupId> moreGroups) {
        for (int index = 0; index < named.size(); index++) {
            int origin = originOfNamed.get(index);
            put(named.get(index), origin, placeOfBase[origin]);
        }
        placeOfBase = placeOfBase.clone();
        sizeOfBase = sizeOfBase.clone();
        groupBits.replaceAll(long[]::clone);
        hits = new int[placeOfBase.length];
        movedTo = new int[placeOfBase.length];
        moreGroups.forEach(group -> split(group, directory.membersOf(group)));
        for (int index = 0; index < named.size(); index++) {
            originOfNamed.set(index, baseOf(named.get(index)));
            nameAgain(index);
        }
    }

    private void nameAgain(int index) {
        put(named.get(index), sharedBases + index, places.count() + index);
    }

    private int baseOf(int member) {
        return Layout.base(records[member >>> Layout.PAGE_BITS][member & Layout.PAGE_MASK]);
    }

    private void put(int member, int base, int place) {
        int page = member >>> Layout.PAGE_BITS;
        if (!ownPages.get(page)) {
            records[page] = records[page].clone();
            ownPages.set(page);
        }
        records[page][member & Layout.PAGE_MASK] = Layout.record(base, place);
    }

    private void split(GroupId group, int[] members) {
        int number = groups.size();
        groups.add(group);
        if ((number & 63) == 0) {
            groupBits.add(new long[placeOfBase.length]);
        }
        IntList touched = new IntList(64);
        for (int member : members) {
            int base = baseOf(member);
            if (base >= 0 && hits[base]++ == 0) {
                touched.add(base);
            }
        }
        for (int index = 0; index < touched.size(); index++) {
            int base = touched.get(index);
            int inside = hits[base] == sizeOfBase[base] ? base : newBase(base, hits[base]);
            movedTo[base] = inside;
            groupBits.get(number >>> 6)[inside] |= 1L << number;
        }
        for (int member : members) {
            int base = baseOf(member);
            if (base >= 0 && movedTo[base] != base) {
                put(member, movedTo[base], placeOfBase[base]);
            }
        }
        for (int index = 0; index < touched.size(); index++) {
            hits[touched.get(index)] = 0;
        }
    }

    private int newBase(int from, int members) {
        if (sharedBases == placeOfBase.length) {
            grow();
        }
        int base = sharedBases++;
        placeOfBase[base] = placeOfBase[from];
        sizeOfBase[base] = members;
        sizeOfBase[from] -= members;
        for (long[] block : groupBits) {
            block[base] = block[from];
        }
        return base;
    }

    private void grow() {
        int capacity = sharedBases + (sharedBases >> 2) + 64;
        placeOfBase = Arrays.copyOf(placeOfBase, capacity);
        sizeOfBase = Arrays.copyOf(sizeOfBase, capacity);
        hits = Arrays.copyOf(hits, capacity);
        movedTo = Arrays.copyOf(movedTo, capacity);
        groupBits.replaceAll(block -> Arrays.copyOf(block, capacity));
    }
}
