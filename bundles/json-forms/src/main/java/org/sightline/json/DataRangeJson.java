package org.sightline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.DataRange;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * Whose data an app reaches as itself (docs/concepts.md, "Data range"): {@code {"all": true}}, or departments, members and
 * groups.
 *
 * @param all           whether everyone; false when absent, never absent in answers
 * @param departmentIds departments with all below them; none when absent, never absent in answers
 * @param userIds       members named one by one; none when absent, never absent in answers
 * @param groupIds      everyone in these groups; none when absent, never absent in answers
 */
public record DataRangeJson(
        @Nullable Boolean all,
        @Nullable List<@Nullable String> departmentIds,
        @Nullable List<@Nullable String> userIds,
        @Nullable List<@Nullable String> groupIds) {

    /** Returns the form of a range. */
    public static DataRangeJson of(DataRange range) {
        return new DataRangeJson(
                range.all(),
                List.copyOf(
                        range.departments().stream().map(DepartmentId::value).toList()),
                List.copyOf(range.members().stream().map(UserId::value).toList()),
                List.copyOf(range.groups().stream().map(GroupId::value).toList()));
    }

    DataRange read(Faults faults) {
        List<DepartmentId> departments = faults.list("department_ids", departmentIds, DepartmentId::new);
        List<UserId> members = faults.list("user_ids", userIds, UserId::new);
        List<GroupId> groups = faults.list("group_ids", groupIds, GroupId::new);
        if (!Boolean.TRUE.equals(all)) {
            return new DataRange(false, departments, members, groups);
        }
        if (!(departments.isEmpty() && members.isEmpty() && groups.isEmpty())) {
            faults.invalid("all", "`all` stands for everyone; name nobody beside it");
        }
        return DataRange.EVERYONE;
    }
}
