package org.sightline.rest.internal.directory;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;
import org.sightline.rest.internal.answer.Query;

/**
 * Which members of a directory a list is about; read by position, some of which may be left empty. Positions count only
 * members whom the reader sees.
 */
final class MemberChoice {

    private static final int ROOT = 0;

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
            ShownDirectory shown, @Nullable String departmentId, @Nullable String recursive, @Nullable String status) {
        boolean below = Query.flag("recursive", recursive);
        DepartmentId wanted = Query.value("department_id", departmentId, DepartmentId::new);
        int[] numbers = wanted == null ? shown.members() : membersIn(shown, wanted, below);
        return new MemberChoice(shown.directory(), numbers, Query.value("status", status, MemberChoice::status));
    }

    private static MemberStatus status(String key) {
        return MemberStatus.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("must be `active`, `suspended` or `deleted`"));
    }

    private static int[] membersIn(ShownDirectory shown, DepartmentId id, boolean below) {
        DirectorySnapshot directory = shown.directory();
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE || !shown.showsDepartment(department)) {
            throw Query.invalid("department_id", "there is no department `" + id + "`")
                    .exception();
        }
        int[] all = shown.members();
        if (all == null) {
            return below ? membersBelow(directory, department) : directory.membersDirectlyIn(department);
        }
        if (below && department == ROOT) {
            return all;
        }
        int[] there = below ? membersBelow(directory, department) : directory.membersDirectlyIn(department);
        return Arrays.stream(there).filter(shown::showsMember).toArray();
    }

    private static int[] membersBelow(DirectorySnapshot directory, int department) {
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

    /** Returns the number of the member at a position; {@link DirectorySnapshot#NONE} when the choice leaves that one out. */
    int at(int position) {
        int number = numbers == null ? position : numbers[position];
        MemberStatus found = directory.member(number).status();
        boolean wanted = status == null ? found != MemberStatus.DELETED : found == status;
        return wanted ? number : DirectorySnapshot.NONE;
    }
}
