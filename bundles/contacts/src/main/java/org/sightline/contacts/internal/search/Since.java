package org.sightline.contacts.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.sightline.contacts.internal.search.SearchIndex.Placed;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DirectorySnapshot;

/**
 * What is different in a directory from the one that an index was made of, whichever of the two is newer: entries of
 * the index that do not count, and others that are looked at one by one.
 */
final class Since {

    private final DirectorySnapshot now;
    private final SearchIndex index;
    private final Ranks ranks;

    /** Ranks of the index that do not count. */
    private final BitSet gone = new BitSet();

    /** Entries of the directory that the index does not have, in order. */
    private final int[] others;

    /** By other: how many ranks of the index stand before it. */
    private final int[] ranksBefore;

    private final boolean sameDepartments;

    Since(DirectorySnapshot now, SearchIndex index) {
        this.now = now;
        this.index = index;
        this.ranks = index.ranks();
        List<Placed> come = new ArrayList<>();
        DirectorySnapshot before = index.directory();
        sameDepartments = sameDepartments(now, before);
        if (!now.sameContentAs(before)) {
            compareMembers(before, come);
            if (!sameDepartments) {
                compareDepartments(before, come);
            }
        }
        come.sort(Comparator.comparing(Placed::standing));
        others = come.stream().mapToInt(placed -> placed.standing().number()).toArray();
        ranksBefore = come.stream().mapToInt(Placed::ranksBefore).toArray();
    }

    @SuppressWarnings("ReferenceEquality") // another object is looked at more closely
    private static boolean sameDepartments(DirectorySnapshot now, DirectorySnapshot before) {
        if (now.departmentCount() != before.departmentCount()) {
            return false;
        }
        for (int department = 0; department < now.departmentCount(); department++) {
            if (now.department(department) != before.department(department)) {
                return false;
            }
        }
        return true;
    }

    private void compareMembers(DirectorySnapshot before, List<Placed> come) {
        for (int member : now.membersUnlike(before)) {
            if (member < before.memberCount()) {
                remove(ranks.of(Entry.ofMember(member)));
            }
            if (now.isActive(member)) {
                come.add(index.placed(now, Entry.ofMember(member)));
            }
        }
        for (int member = now.memberCount(); member < before.memberCount(); member++) {
            remove(ranks.of(Entry.ofMember(member)));
        }
    }

    private void compareDepartments(DirectorySnapshot before, List<Placed> come) {
        for (int number = 0; number < before.departmentCount(); number++) {
            Department old = before.department(number);
            int there = now.departmentNumber(old.id());
            if (there == DirectorySnapshot.NONE || !now.department(there).name().equals(old.name())) {
                remove(ranks.of(Entry.ofDepartment(number)));
            }
        }
        for (int number = 0; number < now.departmentCount(); number++) {
            Department present = now.department(number);
            int there = before.departmentNumber(present.id());
            if (there == DirectorySnapshot.NONE
                    || !before.department(there).name().equals(present.name())) {
                come.add(index.placed(now, Entry.ofDepartment(number)));
            }
        }
    }

    private void remove(int rank) {
        if (rank != Ranks.NONE) {
            gone.set(rank);
        }
    }

    /** Whether a rank of the index counts. */
    boolean counts(int rank) {
        return !gone.get(rank);
    }

    /** The entry of the directory at a rank of the index that counts. */
    int entryAt(int rank) {
        int entry = ranks.entry(rank);
        return sameDepartments || !Entry.isDepartment(entry)
                ? entry
                : Entry.ofDepartment(now.departmentNumber(
                        index.directory().department(Entry.number(entry)).id()));
    }

    /** The rank in the index of an entry of the directory; {@link Ranks#NONE} when it is one of the others. */
    int rankOf(int entry) {
        int there = entry;
        if (Entry.isDepartment(entry)) {
            int number = sameDepartments
                    ? Entry.number(entry)
                    : index.directory()
                            .departmentNumber(
                                    now.department(Entry.number(entry)).id());
            if (number == DirectorySnapshot.NONE) {
                return Ranks.NONE;
            }
            there = Entry.ofDepartment(number);
        } else if (Entry.number(entry) >= ranks.memberCount()) {
            return Ranks.NONE;
        }
        int rank = ranks.of(there);
        return rank != Ranks.NONE && counts(rank) ? rank : Ranks.NONE;
    }

    /** How many are looked at one by one. */
    int otherCount() {
        return others.length;
    }

    int other(int index) {
        return others[index];
    }

    int ranksBefore(int other) {
        return ranksBefore[other];
    }

    /** The position among the others of an entry; negative when it is not there. */
    int positionOf(int entry) {
        for (int at = 0; at < others.length; at++) {
            if (others[at] == entry) {
                return at;
            }
        }
        return -1;
    }

    /** How much is different. */
    int size() {
        return Math.max(others.length, gone.cardinality());
    }

    @Override
    public String toString() {
        return "without " + gone + ", with " + Arrays.toString(others);
    }
}
