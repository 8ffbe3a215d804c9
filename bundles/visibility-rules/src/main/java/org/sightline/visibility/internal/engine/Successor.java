package org.sightline.visibility.internal.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * What two states of a directory have in common for the rules of a policy, and who is touched by the change from one to
 * the other: the few members who came, went, moved or are in other groups.
 */
final class Successor {

    /** Beyond so many touched members compiling anew is faster. */
    private static final int MOST_TOUCHED = 2_000;

    private final DirectorySnapshot before;
    private final DirectorySnapshot after;

    /** By department number before: the number after; null when all have the same. */
    final int @Nullable [] numbers;

    private final BitSet touched = new BitSet();

    private Successor(DirectorySnapshot before, DirectorySnapshot after) {
        this.before = before;
        this.after = after;
        this.numbers = after.numbersDepartmentsAs(before) ? null : numbers(before, after);
    }

    private static int[] numbers(DirectorySnapshot before, DirectorySnapshot after) {
        int[] numbers = new int[before.departmentCount()];
        Arrays.setAll(
                numbers,
                number -> after.departmentNumber(before.department(number).id()));
        return numbers;
    }

    /**
     * Compares.
     *
     * @param table  the rules over the state before
     * @param groups the groups whose members matter
     * @return null when too much is different for anything to be carried over
     */
    static @Nullable Successor of(
            DirectorySnapshot before, DirectorySnapshot after, RuleTable table, Collection<GroupId> groups) {
        if (after.memberCount() < before.memberCount()) {
            return null;
        }
        int[] unlike = after.membersUnlike(before);
        if (unlike.length > MOST_TOUCHED) {
            return null;
        }
        Successor found = new Successor(before, after);
        return found.touchMembers(unlike, table) && found.touchGroups(groups) ? found : null;
    }

    private boolean touchMembers(int[] unlike, RuleTable table) {
        for (int member : unlike) {
            boolean isNew = member >= before.memberCount();
            if (isNew && table.namesUnknown(after.member(member).id())) {
                return false;
            }
            if (isNew || before.isActive(member) != after.isActive(member) || isElsewhere(member)) {
                touched.set(member);
            }
        }
        return true;
    }

    private boolean isElsewhere(int member) {
        int[] departments = before.departmentsOf(member).clone();
        if (numbers != null) {
            Arrays.setAll(departments, index -> numbers[departments[index]]);
        }
        int[] now = after.departmentsOf(member).clone();
        Arrays.sort(departments);
        Arrays.sort(now);
        return !Arrays.equals(departments, now);
    }

    /** Groups that rules name, also such as do not exist, and those that a layout tells apart. */
    static Set<GroupId> groups(VisibilityPolicy policy, Layout layout) {
        Set<GroupId> groups = new HashSet<>(layout.groups);
        policy.rules().forEach(rule -> groups.addAll(rule.subjects().groups()));
        return groups;
    }

    /** A group that came or went makes other entries of rules count, which is not carried over. */
    private boolean touchGroups(Collection<GroupId> groups) {
        for (GroupId group : groups) {
            if (before.group(group).isPresent() != after.group(group).isPresent()) {
                return false;
            }
            addDifferent(before.membersOf(group), after.membersOf(group));
            if (touched.cardinality() > MOST_TOUCHED) {
                return false;
            }
        }
        return true;
    }

    private void addDifferent(int[] one, int[] other) {
        if (Arrays.equals(one, other)) {
            return;
        }
        int at = 0;
        for (int member : one) {
            while (at < other.length && other[at] < member) {
                touched.set(other[at++]);
            }
            if (at < other.length && other[at] == member) {
                at++;
            } else {
                touched.set(member);
            }
        }
        while (at < other.length) {
            touched.set(other[at++]);
        }
    }

    /** The members who need another place or base, ascending; all who are new are among them. */
    int[] touched() {
        return touched.stream().toArray();
    }

    /** The places afterwards. */
    Places places(Places places) {
        int[] renumbering = numbers;
        Places under = renumbering == null ? places : places.renumbered(after, renumbering);
        return under.after(after, touched());
    }
}
