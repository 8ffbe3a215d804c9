package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;

/**
 * Splits bases by groups, 64 at a time, and keeps named members alone. The work grows with the sizes of the groups, not
 * with their combinations. What another layout shares with this one is copied before it is changed.
 */
final class LayoutBuilder {

    final Places places;
    final IntPages.Edit placeOf;
    final IntPages.Edit baseOf;
    final IntPages.Edit placeOfBase;
    final List<GroupId> groups;
    final List<LongPages.Edit> groupBits = new ArrayList<>();
    final IntList named = new IntList(16);
    final IntList originOfNamed = new IntList(16);
    final long[] isNamed;
    int sharedBases;
    int firstNamedBase;
    int firstNamedPlace;

    /** Starts with one base for each place. */
    LayoutBuilder(Places places) {
        this.places = places;
        groups = new ArrayList<>();
        isNamed = new long[(places.memberCount >>> 6) + 1];
        sharedBases = places.count();
        int[] same = new int[sharedBases];
        Arrays.setAll(same, place -> place);
        placeOfBase = IntPages.of(same).edit();
        placeOf = places.placeOf.edit();
        baseOf = places.placeOf.edit();
        leaveRoom();
    }

    /** Starts with what a layout tells apart. */
    LayoutBuilder(Layout layout) {
        this(layout, layout.places, layout.placeOf.edit(), layout.placeOfBase.edit());
    }

    /** Starts with what a layout tells apart, over other places. */
    LayoutBuilder(Layout layout, Places places, IntPages.Edit placeOf, IntPages.Edit placeOfBase) {
        this.places = places;
        this.placeOf = placeOf;
        this.placeOfBase = placeOfBase;
        baseOf = layout.baseOf.edit();
        groups = new ArrayList<>(layout.groups);
        for (LongPages block : layout.groupBits) {
            groupBits.add(block.edit());
        }
        named.addAll(layout.named, 0, layout.named.length);
        originOfNamed.addAll(layout.originOfNamed, 0, layout.named.length);
        isNamed = Arrays.copyOf(layout.isNamed, (places.memberCount >>> 6) + 1);
        sharedBases = layout.sharedBases;
        firstNamedBase = layout.firstNamedBase;
        firstNamedPlace = layout.firstNamedPlace;
    }

    void leaveRoom() {
        firstNamedBase = sharedBases + (sharedBases >>> 5) + 64;
        firstNamedPlace = places.count() + (places.count() >>> 5) + 64;
    }

    void refine(DirectorySnapshot directory, Collection<GroupId> moreGroups, int[] moreNamed) {
        if (!moreGroups.isEmpty()) {
            split(directory, moreGroups);
        }
        for (int member : moreNamed) {
            if (placeOf.get(member) >= 0) {
                name(member);
            }
        }
    }

    void name(int member) {
        isNamed[member >>> 6] |= 1L << member;
        originOfNamed.add(baseOf.get(member));
        named.add(member);
        nameAgain(named.size() - 1);
    }

    private void nameAgain(int index) {
        put(named.get(index), firstNamedBase + index, firstNamedPlace + index);
    }

    /** Lets named members be where they would be if nobody named them. */
    private void unname() {
        for (int index = 0; index < named.size(); index++) {
            int origin = originOfNamed.get(index);
            put(named.get(index), origin, placeOfBase.get(origin));
        }
    }

    void put(int member, int base, int place) {
        baseOf.set(member, base);
        placeOf.set(member, place);
    }

    /** Lets nobody be alone any more; returns those who were, ascending, without places of their own. */
    int[] release() {
        IntList released = new IntList(named.size());
        for (int index = 0; index < named.size(); index++) {
            baseOf.set(named.get(index), originOfNamed.get(index));
            released.add(named.get(index));
        }
        named.clear();
        originOfNamed.clear();
        Arrays.fill(isNamed, 0);
        return released.toSortedSet();
    }

    /** Whether a shared base stands for a place and groups. */
    boolean stands(int base, int place, long[] bits) {
        if (base >= sharedBases || placeOfBase.get(base) != place) {
            return false;
        }
        for (int block = 0; block < bits.length; block++) {
            if (groupBits.get(block).get(base) != bits[block]) {
                return false;
            }
        }
        return true;
    }

    /** Makes a shared base without members. */
    int newBase(int place, long[] bits) {
        int base = sharedBases++;
        placeOfBase.set(base, place);
        for (int block = 0; block < bits.length; block++) {
            groupBits.get(block).set(base, bits[block]);
        }
        return base;
    }

    /** Named members take part as if nobody named them, and get their bases anew afterwards. */
    private void split(DirectorySnapshot directory, Collection<GroupId> moreGroups) {
        unname();
        List<GroupId> more = List.copyOf(moreGroups);
        int done = 0;
        while (done < more.size()) {
            int room = Long.SIZE - groups.size() % Long.SIZE;
            List<GroupId> next = more.subList(done, Math.min(more.size(), done + room));
            splitByBlock(bitsOf(directory, next));
            done += next.size();
        }
        if (sharedBases > firstNamedBase) {
            leaveRoom();
        }
        for (int index = 0; index < named.size(); index++) {
            originOfNamed.set(index, baseOf.get(named.get(index)));
            nameAgain(index);
        }
    }

    /** By member: which of some groups, all of one block, they are in. The groups get their numbers. */
    private long[] bitsOf(DirectorySnapshot directory, List<GroupId> ofBlock) {
        if (groups.size() % Long.SIZE == 0) {
            groupBits.add(emptyBlock());
        }
        long[] bits = new long[places.memberCount];
        for (GroupId group : ofBlock) {
            long bit = 1L << groups.size();
            groups.add(group);
            for (int member : directory.membersOf(group)) {
                bits[member] |= bit;
            }
        }
        return bits;
    }

    /** Members of a base who are in the same groups stay together; one such set of them keeps the base. */
    private void splitByBlock(long[] bits) {
        LongPages.Edit block = groupBits.get(groupBits.size() - 1);
        int oldBases = sharedBases;
        long[] keeping = keeping(bits);
        Offspring offspring = new Offspring(oldBases);
        for (int member = 0; member < bits.length; member++) {
            if (placeOf.get(member) >= 0 && bits[member] != keeping[baseOf.get(member)]) {
                baseOf.set(member, child(offspring, block, baseOf.get(member), bits[member]));
            }
        }
        for (int base = 0; base < oldBases; base++) {
            if (keeping[base] != 0) {
                block.set(base, block.get(base) | keeping[base]);
            }
        }
    }

    /** By base: the groups of those who keep it; none of the groups, if there is somebody in none. */
    private long[] keeping(long[] bits) {
        long[] keeping = new long[sharedBases];
        boolean[] isMet = new boolean[sharedBases];
        for (int member = 0; member < bits.length; member++) {
            if (placeOf.get(member) >= 0) {
                int base = baseOf.get(member);
                if (!isMet[base] || bits[member] == 0) {
                    keeping[base] = bits[member];
                    isMet[base] = true;
                }
            }
        }
        return keeping;
    }

    private int child(Offspring offspring, LongPages.Edit block, int origin, long bits) {
        int known = offspring.find(origin, bits);
        if (known >= 0) {
            return known;
        }
        offspring.add(origin, bits);
        int base = newBase(origin);
        block.set(base, block.get(origin) | bits);
        return base;
    }

    private LongPages.Edit emptyBlock() {
        LongPages.Edit block = LongPages.empty();
        for (int base = 0; base < sharedBases; base++) {
            block.set(base, 0);
        }
        return block;
    }

    private int newBase(int from) {
        int base = sharedBases++;
        placeOfBase.set(base, placeOfBase.get(from));
        for (LongPages.Edit block : groupBits) {
            block.set(base, block.get(from));
        }
        return base;
    }
}
