package org.sightline.contacts.internal.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.UserId;

/**
 * Everybody and everything directly in one department, sorted; the same for all viewers. Keeps what it was made of, so
 * that it can be carried over to a later directory that has the same there.
 */
public final class Household {

    private final Department department;
    private final NameOrder names;
    private final int[] direct;
    private final Member[] asMade;
    private final int[] leaderNumbers;
    private final Department[] children;
    private final int[] leaders;
    private final int[] members;

    /** Places in {@link #children} in display order. */
    private final int[] childOrder;

    private final int[] departments;

    private Household(DirectorySnapshot directory, int number, NameOrder names) {
        this.names = names;
        department = directory.department(number);
        direct = directory.membersDirectlyIn(number);
        leaderNumbers = leaderNumbers(directory, department);
        asMade = new Member[direct.length + leaderNumbers.length];
        for (int index = 0; index < asMade.length; index++) {
            asMade[index] = directory.member(memberAt(index));
        }
        int[] below = childrenOf(directory, number);
        children = new Department[below.length];
        for (int index = 0; index < below.length; index++) {
            children[index] = directory.department(below[index]);
        }
        Set<Integer> leading = new HashSet<>();
        for (int leader : leaderNumbers) {
            leading.add(leader);
        }
        leaders = sorted(directory, leaderNumbers, Set.of());
        members = sorted(directory, direct, leading);
        childOrder = sortedChildren();
        departments = numbered(below);
    }

    private Household(Household same, int[] below) {
        names = same.names;
        department = same.department;
        direct = same.direct;
        asMade = same.asMade;
        leaderNumbers = same.leaderNumbers;
        children = same.children;
        leaders = same.leaders;
        members = same.members;
        childOrder = same.childOrder;
        departments = numbered(below);
    }

    /** Sorts what is in a department. */
    static Household of(DirectorySnapshot directory, int number, NameOrder names) {
        return new Household(directory, number, names);
    }

    /** Returns this under the numbers of another directory when nothing is different there, otherwise sorts anew. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same member; another one is looked at again
    Household in(DirectorySnapshot directory, int number) {
        Department there = directory.department(number);
        int[] directThere = directory.membersDirectlyIn(number);
        boolean same = there.leaders().equals(department.leaders())
                && Arrays.equals(directThere, direct)
                && Arrays.equals(leaderNumbers(directory, there), leaderNumbers);
        for (int index = 0; same && index < asMade.length; index++) {
            same = directory.member(memberAt(index)) == asMade[index];
        }
        int[] below = childrenOf(directory, number);
        same &= below.length == children.length;
        for (int index = 0; same && index < below.length; index++) {
            same = directory.department(below[index]).equals(children[index]);
        }
        return same ? new Household(this, below) : of(directory, number, names);
    }

    private int memberAt(int index) {
        return index < direct.length ? direct[index] : leaderNumbers[index - direct.length];
    }

    private static int[] leaderNumbers(DirectorySnapshot directory, Department department) {
        List<UserId> leaders = department.leaders();
        return leaders.stream()
                .mapToInt(directory::memberNumber)
                .filter(leader -> leader != DirectorySnapshot.NONE)
                .toArray();
    }

    private static int[] childrenOf(DirectorySnapshot directory, int number) {
        int count = 0;
        int end = directory.subtreeEnd(number);
        for (int child = number + 1; child < end; child = directory.subtreeEnd(child)) {
            count++;
        }
        int[] found = new int[count];
        count = 0;
        for (int child = number + 1; child < end; child = directory.subtreeEnd(child)) {
            found[count++] = child;
        }
        return found;
    }

    private int[] sorted(DirectorySnapshot directory, int[] numbers, Set<Integer> without) {
        List<Standing> standings = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            if (directory.isActive(number) && !without.contains(number)) {
                Member member = directory.member(number);
                standings.add(standing(member, number, weight(member, department.id())));
            }
        }
        standings.sort(null);
        return standings.stream().mapToInt(Standing::number).toArray();
    }

    private static int weight(Member member, DepartmentId department) {
        for (Membership membership : member.departments()) {
            if (membership.department().equals(department)) {
                return membership.order();
            }
        }
        return 0;
    }

    private Standing standing(Member member, int number, int weight) {
        return new Standing(weight, names.key(member.name()), member.id().value(), number);
    }

    private int[] sortedChildren() {
        List<Standing> standings = new ArrayList<>(children.length);
        for (int place = 0; place < children.length; place++) {
            standings.add(standing(children[place], place));
        }
        standings.sort(null);
        return standings.stream().mapToInt(Standing::number).toArray();
    }

    private Standing standing(Department child, int number) {
        return new Standing(child.order(), names.key(child.name()), child.id().value(), number);
    }

    private int[] numbered(int[] below) {
        int[] numbers = new int[childOrder.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = below[childOrder[index]];
        }
        return numbers;
    }

    /** Returns the active leaders in order; not to be changed. */
    public int[] leaders() {
        return leaders;
    }

    /** Returns the active members who do not lead, in order; not to be changed. */
    public int[] members() {
        return members;
    }

    /** Returns the departments in order; not to be changed. */
    public int[] departments() {
        return departments;
    }

    /** Whether a member leads the department. */
    public boolean isLedBy(int member) {
        for (int leader : leaderNumbers) {
            if (leader == member) {
                return true;
            }
        }
        return false;
    }

    /** Returns the members with others, who hang here without being here, put where they belong by weight 0. */
    public Sequence membersWith(DirectorySnapshot directory, int[] others) {
        if (others.length == 0) {
            return Sequence.of(members);
        }
        return Sequence.merged(members, lifted(directory, others), number -> {
            Member member = directory.member(number);
            return standing(member, number, weight(member, department.id()));
        });
    }

    /** Returns others, who hang here without being here, sorted by weight 0. */
    public Sequence othersAlone(DirectorySnapshot directory, int[] others) {
        return Sequence.of(lifted(directory, others).stream()
                .sorted()
                .mapToInt(Standing::number)
                .toArray());
    }

    private List<Standing> lifted(DirectorySnapshot directory, int[] others) {
        List<Standing> standings = new ArrayList<>(others.length);
        for (int number : others) {
            standings.add(standing(directory.member(number), number, 0));
        }
        return standings;
    }

    /** Returns the departments with others, who hang here without being here, put where they belong. */
    public Sequence departmentsWith(DirectorySnapshot directory, int[] others) {
        if (others.length == 0) {
            return Sequence.of(departments);
        }
        List<Standing> standings = new ArrayList<>(others.length);
        for (int number : others) {
            standings.add(standing(directory.department(number), number));
        }
        return Sequence.merged(departments, standings, number -> standing(directory.department(number), number));
    }
}
