package org.sightline.visibility.internal.across;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.SharingScope;

/**
 * One side of a relation: which rules name whom there, and who is shared at all. Two people are joined when the rules
 * that name the one as a subject and those that name the other as an object have one in common, which is a few words of
 * bits; they are worked out person by person when first asked for.
 */
final class Side {

    private final DirectorySnapshot directory;
    private final SharingScope scope;
    private final List<Entries> rules;
    private final Shared shared;

    /** By department: the rules that name it or one above it. */
    private final RuleBits[] byDepartment;

    private final Map<Integer, RuleBits> byMember = new HashMap<>();
    private final int[][] groupMembers;
    private final RuleBits[] byGroup;

    /** By member: the rules that count for them; null until asked for. Whoever fills in an entry fills in the same. */
    private final @Nullable RuleBits[] counting;

    /**
     * Compiles.
     *
     * @param scope whom this side shares with the other
     * @param rules what each rule names on this side
     */
    Side(DirectorySnapshot directory, SharingScope scope, List<Entries> rules) {
        this.directory = directory;
        this.scope = scope;
        this.rules = List.copyOf(rules);
        shared = new Shared(directory, scope);
        Map<DepartmentId, BitSet> departments = new HashMap<>();
        Map<UserId, BitSet> members = new HashMap<>();
        Map<GroupId, BitSet> groups = new TreeMap<>();
        for (int place = 0; place < rules.size(); place++) {
            Entries entries = rules.get(place);
            note(entries.departments(), place, departments);
            note(entries.members(), place, members);
            note(entries.groups(), place, groups);
        }
        byDepartment = inherited(directory, departments);
        members.forEach((id, places) -> {
            int number = directory.memberNumber(id);
            if (number != DirectorySnapshot.NONE) {
                byMember.put(number, RuleBits.of(places));
            }
        });
        groupMembers = groups.keySet().stream().map(directory::membersOf).toArray(int[][]::new);
        byGroup = groups.values().stream().map(RuleBits::of).toArray(RuleBits[]::new);
        counting = new RuleBits[directory.memberCount()];
    }

    private static <T> void note(List<T> named, int place, Map<T, BitSet> places) {
        for (T each : named) {
            places.computeIfAbsent(each, unseen -> new BitSet()).set(place);
        }
    }

    private static RuleBits[] inherited(DirectorySnapshot directory, Map<DepartmentId, BitSet> named) {
        RuleBits[] own = new RuleBits[directory.departmentCount()];
        Arrays.fill(own, RuleBits.NONE);
        named.forEach((id, places) -> {
            int number = directory.departmentNumber(id);
            if (number != DirectorySnapshot.NONE) {
                own[number] = RuleBits.of(places);
            }
        });
        for (int department = 1; department < own.length; department++) {
            own[department] = own[department].or(own[directory.parentOf(department)]);
        }
        return own;
    }

    /** Whether this was compiled from the same; a directory of the same content is the same. */
    boolean isOf(DirectorySnapshot otherDirectory, SharingScope otherScope, List<Entries> otherRules) {
        return directory.sameContentAs(otherDirectory) && scope.equals(otherScope) && rules.equals(otherRules);
    }

    DirectorySnapshot directory() {
        return directory;
    }

    boolean sharesDepartment(int department) {
        return shared.hasDepartment(department);
    }

    /** Whether a member is active and shared. */
    boolean sharesMember(int member) {
        return shared.hasMember(member);
    }

    /** The rules that count for a member: none for one who is not active or not shared. */
    RuleBits counting(int member) {
        RuleBits known = counting[member];
        if (known == null) {
            known = shared.hasMember(member) ? naming(member) : RuleBits.NONE;
            counting[member] = known;
        }
        return known;
    }

    /** The rules that name a member, whether they count or not. */
    RuleBits naming(int member) {
        RuleBits found = byMember.getOrDefault(member, RuleBits.NONE);
        for (int department : directory.departmentsOf(member)) {
            found = found.or(byDepartment[department]);
        }
        for (int group = 0; group < byGroup.length; group++) {
            if (Arrays.binarySearch(groupMembers[group], member) >= 0) {
                found = found.or(byGroup[group]);
            }
        }
        return found;
    }

    /** Returns the members for whom one of some rules counts, ascending. */
    int[] membersOf(RuleBits wanted) {
        BitSet found = new BitSet();
        byMember.forEach((member, naming) -> addIfOf(wanted, member, found));
        for (int department = 0; department < byDepartment.length; department++) {
            if (byDepartment[department].meets(wanted)) {
                for (int member : directory.membersDirectlyIn(department)) {
                    addIfOf(wanted, member, found);
                }
            }
        }
        return found.stream().toArray();
    }

    private void addIfOf(RuleBits wanted, int member, BitSet found) {
        if (counting(member).meets(wanted)) {
            found.set(member);
        }
    }
}
