package org.sightline.directory.internal.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sightline.directory.model.Member;

/**
 * Members by number, with where they are placed and whether they are active. Kept in pages, so that a change copies
 * the pages it touches and shares all others.
 */
final class MemberTable {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int IN_PAGE = PAGE - 1;

    static final MemberTable EMPTY = new MemberTable(0, new Member[0][], new int[0][], new long[0]);

    private final int count;
    private final Member[][] members;
    private final int[][] placements;
    private final long[] active;

    private MemberTable(int count, Member[][] members, int[][] placements, long[] active) {
        this.count = count;
        this.members = members;
        this.placements = placements;
        this.active = active;
    }

    int count() {
        return count;
    }

    Member member(int number) {
        return members[Objects.checkIndex(number, count) >> PAGE_BITS][number & IN_PAGE];
    }

    /** Returns the number of the member's set of departments, see {@link Placements}. */
    int placement(int number) {
        return placements[Objects.checkIndex(number, count) >> PAGE_BITS][number & IN_PAGE];
    }

    boolean isActive(int number) {
        return (active[Objects.checkIndex(number, count) >> 6] & (1L << number)) != 0;
    }

    /** Members who are other objects than in another table; pages that both share are passed over. */
    @SuppressWarnings("ReferenceEquality") // another object may be an equal member, and is told of all the same
    int[] unlike(MemberTable other) {
        IntStream.Builder found = IntStream.builder();
        for (int page = 0; page << PAGE_BITS < count; page++) {
            boolean shared = page < other.members.length && members[page] == other.members[page];
            int from = shared ? other.count : page << PAGE_BITS;
            for (int number = from; number < Math.min(count, (page + 1) << PAGE_BITS); number++) {
                if (number >= other.count || member(number) != other.member(number)) {
                    found.add(number);
                }
            }
        }
        return found.build().toArray();
    }

    Edit edit() {
        return new Edit(this);
    }

    /** A table in the making. */
    static final class Edit {

        private int count;
        private Member[][] members;
        private int[][] placements;
        private long[] active;
        private final BitSet ownPages = new BitSet();

        private Edit(MemberTable from) {
            this.count = from.count;
            this.members = from.members.clone();
            this.placements = from.placements.clone();
            this.active = from.active.clone();
        }

        int count() {
            return count;
        }

        Member member(int number) {
            return members[number >> PAGE_BITS][number & IN_PAGE];
        }

        int placement(int number) {
            return placements[number >> PAGE_BITS][number & IN_PAGE];
        }

        /** Sets a member; the number after the last one adds. */
        void put(int number, Member member, int placement) {
            makeRoom(number);
            int page = number >> PAGE_BITS;
            members[page][number & IN_PAGE] = member;
            placements[page][number & IN_PAGE] = placement;
            if (member.isActive()) {
                active[number >> 6] |= 1L << number;
            } else {
                active[number >> 6] &= ~(1L << number);
            }
        }

        private void makeRoom(int number) {
            int page = number >> PAGE_BITS;
            if (page >= members.length) {
                int pages = Math.max(page + 1, members.length + members.length / 8);
                members = Arrays.copyOf(members, pages);
                placements = Arrays.copyOf(placements, pages);
                active = Arrays.copyOf(active, pages * (PAGE / 64));
            }
            if (!ownPages.get(page)) {
                boolean isNew = page << PAGE_BITS >= count;
                members[page] = isNew ? new Member[PAGE] : members[page].clone();
                placements[page] = isNew ? new int[PAGE] : placements[page].clone();
                ownPages.set(page);
            }
            count = Math.max(count, number + 1);
        }

        MemberTable done() {
            return new MemberTable(count, members, placements, active);
        }
    }
}
