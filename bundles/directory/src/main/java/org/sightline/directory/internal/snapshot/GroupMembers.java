package org.sightline.directory.internal.snapshot;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/** Who is in which group: found out when somebody asks, and handed on to later snapshots as far as it still holds. */
final class GroupMembers {

    private final Map<GroupId, Found> known = new ConcurrentHashMap<>();

    int[] of(Group group, ArraySnapshot directory) {
        return known.computeIfAbsent(group.id(), id -> found(group, directory)).all;
    }

    private static Found found(Group group, ArraySnapshot directory) {
        BitSet numbers = new BitSet(directory.memberCount());
        Condition condition = group.condition();
        if (condition != null) {
            for (int member = 0; member < directory.memberCount(); member++) {
                if (condition.holdsFor(directory.member(member))) {
                    numbers.set(member);
                }
            }
            return new Found(SortedNumbers.NONE, SortedNumbers.of(numbers));
        }
        for (UserId user : group.members()) {
            int member = directory.memberNumber(user);
            if (member != DirectorySnapshot.NONE) {
                numbers.set(member);
            }
        }
        return withSubtrees(group, SortedNumbers.of(numbers), directory);
    }

    private static Found withSubtrees(Group group, int[] listed, ArraySnapshot directory) {
        if (group.departments().isEmpty()) {
            return new Found(listed, listed);
        }
        BitSet numbers = new BitSet(directory.memberCount());
        for (int member : listed) {
            numbers.set(member);
        }
        for (DepartmentId id : group.departments()) {
            int department = directory.departmentNumber(id);
            if (department != DirectorySnapshot.NONE) {
                addSubtree(department, directory, numbers);
            }
        }
        return new Found(listed, SortedNumbers.of(numbers));
    }

    private static void addSubtree(int top, ArraySnapshot directory, BitSet numbers) {
        for (int department = top; department < directory.subtreeEnd(top); department++) {
            for (int member : directory.membersDirectlyIn(department)) {
                numbers.set(member);
            }
        }
    }

    /**
     * Returns what still holds in the next snapshot.
     *
     * @param changed   groups that were put or removed
     * @param treeMoved whether departments came, went or moved
     * @param next      the next snapshot
     */
    GroupMembers after(Set<GroupId> changed, boolean treeMoved, Moves moves, ArraySnapshot next) {
        GroupMembers result = new GroupMembers();
        if (moves.many()) {
            return result;
        }
        Map<GroupId, Found> kept = new HashMap<>();
        known.forEach((id, found) -> {
            if (!changed.contains(id)) {
                next.group(id)
                        .ifPresent(group -> kept.put(
                                id,
                                treeMoved && !group.departments().isEmpty()
                                        ? withSubtrees(group, found.listed, next)
                                        : patched(group, found, moves, next)));
            }
        });
        result.known.putAll(kept);
        return result;
    }

    private static Found patched(Group group, Found found, Moves moves, ArraySnapshot next) {
        if (group.condition() == null && group.departments().isEmpty()) {
            return found;
        }
        BitSet gone = new BitSet();
        BitSet come = new BitSet();
        for (Moves.Move move : moves.list()) {
            int member = move.member();
            boolean was = SortedNumbers.contains(found.all, member);
            boolean is = isIn(group, found, member, next);
            if (was && !is) {
                gone.set(member);
            } else if (is && !was) {
                come.set(member);
            }
        }
        int[] all = SortedNumbers.patched(found.all, gone, come);
        return new Found(found.listed, all);
    }

    private static boolean isIn(Group group, Found found, int member, ArraySnapshot directory) {
        Condition condition = group.condition();
        if (condition != null) {
            return condition.holdsFor(directory.member(member));
        }
        if (SortedNumbers.contains(found.listed, member)) {
            return true;
        }
        for (DepartmentId id : group.departments()) {
            int top = directory.departmentNumber(id);
            if (top != DirectorySnapshot.NONE && isBelow(top, member, directory)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelow(int top, int member, ArraySnapshot directory) {
        for (int department : directory.departmentsOf(member)) {
            if (department >= top && department < directory.subtreeEnd(top)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A group's members by number. Who is listed stays the same until the list changes, as a list names only members who
     * are there.
     */
    private static final class Found {

        /** Listed one by one; those of a condition are not. */
        final int[] listed;

        final int[] all;

        Found(int[] listed, int[] all) {
            this.listed = listed;
            this.all = all;
        }
    }
}
