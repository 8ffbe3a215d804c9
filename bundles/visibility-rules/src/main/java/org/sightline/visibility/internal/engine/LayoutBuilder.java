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
    final long[] isNamed;
    int[] placeOfBase;
    int[] bitsOfBase;
    int[] sizeOfBase;
    int baseCount;

    private final BitSet ownPages = new BitSet();

    /** Bases whose bits also serve members kept alone, and so must not change. */
    private final BitSet lentBits = new BitSet();

    private int[] hits = Bits.NO_NUMBERS;
    private int[] movedTo = Bits.NO_NUMBERS;

    /** Starts with one base for each place. */
    LayoutBuilder(Places places) {
        this.places = places;
        groups = new ArrayList<>();
        groupBits = new ArrayList<>();
        isNamed = new long[(places.memberCount >>> 6) + 1];
        baseCount = places.count();
        placeOfBase = new int[baseCount];
        bitsOfBase = new int[baseCount];
        sizeOfBase = new int[baseCount];
        for (int place = 0; place < baseCount; place++) {
            placeOfBase[place] = place;
            bitsOfBase[place] = place;
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
        isNamed = layout.isNamed.clone();
        baseCount = layout.baseCount();
        placeOfBase = layout.placeOfBase.clone();
        bitsOfBase = layout.bitsOfBase.clone();
        sizeOfBase = layout.sizeOfBase.clone();
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
                record[index] = place < 0 ? -1L : (long) place << 32 | place;
            }
            first[page] = record;
        }
        return first;
    }

    void refine(DirectorySnapshot directory, Collection<GroupId> moreGroups, int[] moreNamed) {
        if (!moreGroups.isEmpty()) {
            groupBits.replaceAll(long[]::clone);
            hits = new int[placeOfBase.length];
            movedTo = new int[placeOfBase.length];
            findLentBits();
            moreGroups.forEach(group -> split(group, directory.membersOf(group)));
        }
        for (int member : moreNamed) {
            keepAlone(member);
        }
    }

    private void findLentBits() {
        for (int base = 0; base < baseCount; base++) {
            if (bitsOfBase[base] != base) {
                lentBits.set(bitsOfBase[base]);
            }
        }
    }

    private int baseOf(int member) {
        return Layout.base(records[member >>> Layout.PAGE_BITS][member & Layout.PAGE_MASK]);
    }

    private void move(int member, int base) {
        int page = member >>> Layout.PAGE_BITS;
        if (!ownPages.get(page)) {
            records[page] = records[page].clone();
            ownPages.set(page);
        }
        records[page][member & Layout.PAGE_MASK] = (long) base << 32 | placeOfBase[base];
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
            boolean whole = hits[base] == sizeOfBase[base] && bitsOfBase[base] == base && !lentBits.get(base);
            int inside = whole ? base : newBaseWithBits(base, hits[base]);
            movedTo[base] = inside;
            groupBits.get(number >>> 6)[inside] |= 1L << number;
        }
        for (int member : members) {
            int base = baseOf(member);
            if (base >= 0 && movedTo[base] != base) {
                move(member, movedTo[base]);
            }
        }
        for (int index = 0; index < touched.size(); index++) {
            hits[touched.get(index)] = 0;
        }
    }

    private int newBaseWithBits(int from, int members) {
        int base = newBase(from, members);
        int bits = bitsOfBase[from];
        bitsOfBase[base] = base;
        for (int block = 0; block < groupBits.size(); block++) {
            long[] words = groupBits.get(block);
            if (words.length <= base) {
                words = Arrays.copyOf(words, placeOfBase.length);
                groupBits.set(block, words);
            }
            words[base] = words[bits];
        }
        return base;
    }

    private int newBase(int from, int members) {
        if (baseCount == placeOfBase.length) {
            grow();
        }
        int base = baseCount++;
        placeOfBase[base] = placeOfBase[from];
        bitsOfBase[base] = bitsOfBase[from];
        sizeOfBase[base] = members;
        sizeOfBase[from] -= members;
        return base;
    }

    private void grow() {
        int capacity = baseCount + (baseCount >> 2) + 64;
        placeOfBase = Arrays.copyOf(placeOfBase, capacity);
        bitsOfBase = Arrays.copyOf(bitsOfBase, capacity);
        sizeOfBase = Arrays.copyOf(sizeOfBase, capacity);
        if (hits.length > 0) {
            hits = Arrays.copyOf(hits, capacity);
            movedTo = Arrays.copyOf(movedTo, capacity);
        }
    }

    private void keepAlone(int member) {
        boolean already = (isNamed[member >>> 6] & 1L << member) != 0;
        int present = baseOf(member);
        if (already || present < 0) {
            return;
        }
        isNamed[member >>> 6] |= 1L << member;
        int base = newBase(present, 1);
        placeOfBase[base] = places.count() + named.size();
        move(member, base);
        named.add(member);
    }
}
