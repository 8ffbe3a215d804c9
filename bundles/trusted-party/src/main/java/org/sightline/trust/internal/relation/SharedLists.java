package org.sightline.trust.internal.relation;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.trust.SharedEntry;
import org.sightline.trust.internal.scope.NameMatch;
import org.sightline.trust.internal.scope.SharedPart;

/** What a partner shares, as a tree to choose from: whatever has no shared parent is on the top level. */
final class SharedLists {

    private final SharedPart shared;
    private final DirectorySnapshot directory;

    SharedLists(SharedPart shared) {
        this.shared = shared;
        this.directory = shared.directory();
    }

    /** Lists one level, or what has a name at any depth below it. */
    List<SharedEntry> list(@Nullable DepartmentId below, @Nullable String words) {
        int from = below == null ? DirectorySnapshot.NONE : department(below);
        IntStream departments;
        IntStream members;
        if (words == null) {
            departments = from == DirectorySnapshot.NONE ? topDepartments() : children(from);
            members = from == DirectorySnapshot.NONE ? topMembers() : members(directory.membersDirectlyIn(from));
        } else {
            departments = shared.sharedDepartments().filter(each -> liesBelow(each, from));
            members = IntStream.range(0, directory.memberCount())
                    .filter(shared::hasMember)
                    .filter(each -> isBelow(each, from));
        }
        return entries(departments, members, words == null ? null : new NameMatch(words));
    }

    private int department(DepartmentId id) {
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE || !shared.hasDepartment(department)) {
            throw Problem.of(
                            ProblemKind.INVALID,
                            Codes.INVALID,
                            "the parameter `department_id`: the partner shares no department `" + id + "`")
                    .exception();
        }
        return department;
    }

    private IntStream topDepartments() {
        return shared.sharedDepartments().filter(each -> {
            int parent = directory.parentOf(each);
            return parent == DirectorySnapshot.NONE || !shared.hasDepartment(parent);
        });
    }

    private IntStream topMembers() {
        return shared.namedMembers().filter(member -> !shared.isInSharedDepartment(member));
    }

    private IntStream children(int parent) {
        return IntStream.range(parent + 1, directory.subtreeEnd(parent))
                .filter(each -> directory.parentOf(each) == parent);
    }

    private IntStream members(int[] all) {
        return Arrays.stream(all).filter(shared::hasMember);
    }

    private boolean liesBelow(int department, int from) {
        return from == DirectorySnapshot.NONE || (department > from && department < directory.subtreeEnd(from));
    }

    private boolean isBelow(int member, int from) {
        return from == DirectorySnapshot.NONE
                || Arrays.stream(directory.departmentsOf(member))
                        .anyMatch(each -> each >= from && each < directory.subtreeEnd(from));
    }

    private List<SharedEntry> entries(IntStream departments, IntStream members, @Nullable NameMatch match) {
        List<SharedEntry> entries = new ArrayList<>();
        departments.mapToObj(directory::department).map(SharedLists::entry).forEach(entries::add);
        members.mapToObj(directory::member).map(SharedLists::entry).forEach(entries::add);
        Collator names = Collator.getInstance(directory.tenant().locale());
        return entries.stream()
                .filter(entry -> match == null || match.beginsAnyWord(entry.name()))
                .sorted(Comparator.comparing(SharedEntry::department)
                        .reversed()
                        .thenComparing(SharedEntry::name, names)
                        .thenComparing(SharedEntry::id))
                .toList();
    }

    private static SharedEntry entry(Department department) {
        return new SharedEntry(true, department.id().value(), department.name());
    }

    private static SharedEntry entry(Member member) {
        return new SharedEntry(false, member.id().value(), member.name());
    }
}
