package org.sightline.apps.internal.release;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.visibility.VisibilityEngine;

/**
 * Whether a data range names what is there. To a developer who does not see somebody, that person is not there; an
 * administrator reads the whole directory anyway.
 */
final class RangeCheck {

    private static final int MOST_ENTRIES = 1_000;

    private final DirectorySnapshot directory;
    private final @Nullable VisibilityEngine sight;
    private final int viewer;

    private RangeCheck(DirectorySnapshot directory, @Nullable VisibilityEngine sight, int viewer) {
        this.directory = directory;
        this.sight = sight;
        this.viewer = viewer;
    }

    /** Checks for somebody who reads the whole directory. */
    static RangeCheck forAdministrator(DirectorySnapshot directory) {
        return new RangeCheck(directory, null, DirectorySnapshot.NONE);
    }

    /** Checks for a member. */
    static RangeCheck forMember(DirectorySnapshot directory, VisibilityEngine sight, UserId viewer) {
        return new RangeCheck(directory, sight, directory.memberNumber(viewer));
    }

    /** Returns what is wrong with a range at {@code /data_range}. */
    List<Fault> faults(DataRange range) {
        int entries = range.departments().size()
                + range.members().size()
                + range.groups().size();
        if (entries > MOST_ENTRIES) {
            return List.of(new Fault(
                    "/data_range",
                    Codes.INVALID,
                    "a data range has at most " + MOST_ENTRIES + " entries, this one has " + entries
                            + "; name a department or a group instead"));
        }
        List<Fault> faults = new ArrayList<>();
        entries("/data_range/department_ids", range.departments(), this::isThere, "department", faults);
        entries("/data_range/user_ids", range.members(), this::isThere, "member", faults);
        entries(
                "/data_range/group_ids",
                range.groups(),
                group -> directory.group(group).isPresent(),
                "group",
                faults);
        return faults;
    }

    private static <T> void entries(
            String pointer, List<T> entries, Predicate<T> there, String what, List<Fault> faults) {
        for (int at = 0; at < entries.size(); at++) {
            if (!there.test(entries.get(at))) {
                faults.add(new Fault(
                        pointer + "/" + at, Codes.INVALID, "there is no " + what + " `" + entries.get(at) + "`"));
            }
        }
    }

    private boolean isThere(UserId id) {
        int member = directory.memberNumber(id);
        if (member == DirectorySnapshot.NONE || directory.member(member).status() == MemberStatus.DELETED) {
            return false;
        }
        return sight == null || (viewer != DirectorySnapshot.NONE && sight.sees(viewer, member));
    }

    private boolean isThere(DepartmentId id) {
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE) {
            return false;
        }
        return sight == null || (viewer != DirectorySnapshot.NONE && sight.seesDepartment(viewer, department));
    }
}
