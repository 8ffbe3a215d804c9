package org.sightline.rest.internal.directory;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.rest.internal.answer.Query;

/** Which members of a directory a list is about; read by position, some of which may be left empty. */
final class MemberChoice {

    private final DirectorySnapshot directory;
    private final int @Nullable [] numbers;
    private final @Nullable MemberStatus status;

    /**
     * Makes a choice.
     *
     * @param numbers the members in question; null for all
     * @param status  the one wanted; null for all but the deleted
     */
    private MemberChoice(DirectorySnapshot directory, int @Nullable [] numbers, @Nullable MemberStatus status) {
        this.directory = directory;
        this.numbers = numbers;
        this.status = status;
    }

    /** Reads a choice from a list's parameters. */
    static MemberChoice of(
            DirectorySnapshot directory,
            @Nullable String departmentId,
            @Nullable String recursive,
            @Nullable String status) {
        boolean below = Query.flag("recursive", recursive);
        DepartmentId wanted = Query.value("department_id", departmentId, DepartmentId::new);
        int[] numbers = wanted == null ? null : membersIn(directory, wanted, below);
        return new MemberChoice(directory, numbers, Query.value("status", status, MemberChoice::status));
    }

    private static MemberStatus status(String key) {
        return MemberStatus.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("must be `active`, `suspended` or `deleted`"));
    }

    private static int[] membersIn(DirectorySnapshot directory, DepartmentId id, boolean below) {
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE) {
            throw Query.invalid("department_id", "there is no department `" + id + "`")
                    .exception();
        }
        if (!below) {
            return directory.membersDirectlyIn(department);
        }
        BitSet members = new BitSet(directory.memberCount());
        for (int at = department; at < directory.subtreeEnd(department); at++) {
            Arrays.stream(directory.membersDirectlyIn(at)).forEach(members::set);
        }
        return members.stream().toArray();
    }

    /** Returns the position after the last. */
    int size() {
        return numbers == null ? directory.memberCount() : numbers.length;
    }

    /** Returns the member at a position; null when the choice leaves that one out. */
    @Nullable
    Member at(int position) {
        Member member = directory.member(numbers == null ? position : numbers[position]);
        boolean wanted = status == null ? member.status() != MemberStatus.DELETED : member.status() == status;
        return wanted ? member : null;
    }
}
