package org.sightline.conformance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.Sight;

/**
 * What a sight says of one directory, written out as the server does: for every active viewer the active members and
 * the departments. Reading it checks that each answer makes sense.
 */
final class Sighting {

    private static final String NUMBERS_REMEDY =
            "Answer with numbers that this directory knows, an empty array for nothing, and never null; numbers of "
                    + "another snapshot do not fit.";

    private final DirectorySnapshot directory;
    private final BitSet[] members;
    private final BitSet[] departments;

    private Sighting(DirectorySnapshot directory) {
        this.directory = directory;
        members = rows(directory.memberCount());
        departments = rows(directory.memberCount());
    }

    private static BitSet[] rows(int count) {
        BitSet[] rows = new BitSet[count];
        Arrays.setAll(rows, viewer -> new BitSet());
        return rows;
    }

    /** Reads a whole sight, viewers in ascending order. */
    static Sighting of(Sight sight, DirectorySnapshot directory) {
        Sighting made = new Sighting(directory);
        if (sight instanceof Sight.ByDepartments byDepartments) {
            made.readDepartments(byDepartments.seen());
        } else if (sight instanceof Sight.ByKeys byKeys) {
            made.readKeys(byKeys.keys());
        } else if (sight instanceof Sight.ByPairs byPairs) {
            made.readPairs(byPairs.pairs());
        } else {
            throw new Broken(
                    "`sight` gave " + sight,
                    "Return a Sight.ByDepartments, ByKeys or ByPairs for every directory, also for the smallest one.");
        }
        return made;
    }

    /** Asks for everybody once, without writing anything down; for directories that are too large to write out. */
    static void askOnce(Sight sight, DirectorySnapshot directory, int pairs) {
        if (sight instanceof Sight.ByPairs byPairs) {
            int count = directory.memberCount();
            for (int pair = 0; pair < pairs; pair++) {
                boolean ignored = byPairs.pairs().seesMember(pair % count, (int) (pair * 7919L % count));
            }
            return;
        }
        for (int viewer = 0; viewer < directory.memberCount(); viewer++) {
            if (sight instanceof Sight.ByDepartments byDepartments) {
                checked(byDepartments.seen().seenBy(viewer), directory.departmentCount(), "seenBy", viewer);
            } else if (sight instanceof Sight.ByKeys byKeys) {
                checked(byKeys.keys().ofViewer(viewer), Integer.MAX_VALUE, "ofViewer", viewer);
                checked(byKeys.keys().ofMember(viewer), Integer.MAX_VALUE, "ofMember", viewer);
            }
        }
    }

    /** Whether a sight shows a member to a viewer, asked for these two alone. */
    static boolean sees(Sight sight, DirectorySnapshot directory, int viewer, int member) {
        if (sight instanceof Sight.ByDepartments byDepartments) {
            return Arrays.stream(byDepartments.seen().seenBy(viewer))
                    .anyMatch(seen -> Arrays.stream(directory.departmentsOf(member))
                            .anyMatch(own -> own >= seen && own < directory.subtreeEnd(seen)));
        }
        if (sight instanceof Sight.ByKeys byKeys) {
            int[] looked = byKeys.keys().ofViewer(viewer);
            return Arrays.stream(byKeys.keys().ofMember(member))
                    .anyMatch(key -> Arrays.stream(looked).anyMatch(each -> each == key));
        }
        return ((Sight.ByPairs) sight).pairs().seesMember(viewer, member);
    }

    private void readDepartments(Sight.Departments seen) {
        for (int viewer = 0; viewer < members.length; viewer++) {
            if (!directory.isActive(viewer)) {
                continue;
            }
            for (int top : checked(seen.seenBy(viewer), directory.departmentCount(), "seenBy", viewer)) {
                departments[viewer].set(top, directory.subtreeEnd(top));
            }
            for (int member = 0; member < members.length; member++) {
                BitSet shown = departments[viewer];
                if (directory.isActive(member)
                        && Arrays.stream(directory.departmentsOf(member)).anyMatch(shown::get)) {
                    members[viewer].set(member);
                }
            }
        }
    }

    private void readKeys(Sight.Keys keys) {
        Map<Integer, BitSet> membersOfKey = new HashMap<>();
        Map<Integer, BitSet> departmentsOfKey = new HashMap<>();
        for (int member = 0; member < members.length; member++) {
            if (directory.isActive(member)) {
                gather(checked(keys.ofMember(member), Integer.MAX_VALUE, "ofMember", member), member, membersOfKey);
            }
        }
        for (int number = 0; number < directory.departmentCount(); number++) {
            int[] of = checked(keys.ofDepartment(number), Integer.MAX_VALUE, "ofDepartment", number);
            gather(of, number, departmentsOfKey);
        }
        for (int viewer = 0; viewer < members.length; viewer++) {
            if (directory.isActive(viewer)) {
                for (int key : checked(keys.ofViewer(viewer), Integer.MAX_VALUE, "ofViewer", viewer)) {
                    members[viewer].or(membersOfKey.getOrDefault(key, new BitSet()));
                    departments[viewer].or(departmentsOfKey.getOrDefault(key, new BitSet()));
                }
            }
        }
    }

    private static void gather(int[] keys, int number, Map<Integer, BitSet> into) {
        for (int key : keys) {
            into.computeIfAbsent(key, unseen -> new BitSet()).set(number);
        }
    }

    private void readPairs(Sight.Pairs pairs) {
        for (int viewer = 0; viewer < members.length; viewer++) {
            if (!directory.isActive(viewer)) {
                continue;
            }
            for (int member = 0; member < members.length; member++) {
                members[viewer].set(member, directory.isActive(member) && pairs.seesMember(viewer, member));
            }
            for (int number = 0; number < directory.departmentCount(); number++) {
                departments[viewer].set(number, pairs.seesDepartment(viewer, number));
            }
        }
    }

    private static int[] checked(int @Nullable [] numbers, int end, String method, int asked) {
        if (numbers == null) {
            throw new Broken("`" + method + "(" + asked + ")` gave null", NUMBERS_REMEDY);
        }
        for (int number : numbers) {
            Broken.unless(
                    number >= 0 && number < end,
                    "`" + method + "(" + asked + ")` gave " + number + ", which is not from 0 to below " + end,
                    NUMBERS_REMEDY);
        }
        return numbers;
    }

    /** Whether the viewer sees the member. */
    boolean shows(int viewer, int member) {
        return members[viewer].get(member);
    }

    /** Says where another reading of an equal directory first differs from this one; null where it does not. */
    @Nullable
    String differenceTo(Sighting other) {
        for (int viewer = 0; viewer < members.length; viewer++) {
            String ofMembers = difference(viewer, "member", members[viewer], other.members[viewer]);
            if (ofMembers != null) {
                return ofMembers;
            }
            String ofDepartments = difference(viewer, "department", departments[viewer], other.departments[viewer]);
            if (ofDepartments != null) {
                return ofDepartments;
            }
        }
        return null;
    }

    private static @Nullable String difference(int viewer, String what, BitSet one, BitSet two) {
        if (one.equals(two)) {
            return null;
        }
        BitSet apart = (BitSet) one.clone();
        apart.xor(two);
        int first = apart.nextSetBit(0);
        return "viewer " + viewer + " " + (one.get(first) ? "sees" : "does not see") + " " + what + " " + first
                + " the first time, and the other time " + (two.get(first) ? "does" : "does not");
    }
}
