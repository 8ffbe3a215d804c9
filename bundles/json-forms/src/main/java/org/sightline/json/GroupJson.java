package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UserId;

/**
 * A group, by lists or by a condition (docs/concepts.md, "Groups").
 *
 * @param groupId       generated when absent
 * @param name          never absent in answers
 * @param userIds       members named one by one; absent for a dynamic group
 * @param departmentIds departments with all below them; absent for a dynamic group
 * @param condition     what members of a dynamic group satisfy; absent for a group of lists
 */
public record GroupJson(
        @Nullable String groupId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable List<@Nullable String> userIds,
        @Nullable List<@Nullable String> departmentIds,

        @Schema(example = "city = \"Osaka\" and job_title starts with \"Intern\"") @Nullable
        String condition) {

    /** Returns the form of a group. */
    public static GroupJson of(Group group) {
        Condition condition = group.condition();
        if (condition != null) {
            return new GroupJson(group.id().value(), group.name(), null, null, condition.text());
        }
        return new GroupJson(
                group.id().value(),
                group.name(),
                group.members().stream().map(UserId::value).toList(),
                group.departments().stream().map(DepartmentId::value).toList(),
                null);
    }

    /**
     * Returns the group this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Group toModel() {
        Faults faults = Faults.none();
        GroupId id = faults.optional("group_id", groupId, GroupId::new, GroupId::random);
        String label = faults.text("name", name);
        List<UserId> members = faults.list("user_ids", userIds, UserId::new);
        List<DepartmentId> departments = faults.list("department_ids", departmentIds, DepartmentId::new);
        Condition test = condition(faults, members.isEmpty() && departments.isEmpty());
        faults.refuseIfAny();
        return new Group(id, label, members, departments, test);
    }

    /**
     * Returns this form with a merge patch applied.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for the id, otherwise as {@link MergePatch}
     */
    public GroupJson patchedBy(JsonNode patch) {
        return MergePatch.apply(this, patch, GroupJson.class, "group_id");
    }

    private @Nullable Condition condition(Faults faults, boolean listsAreEmpty) {
        if (condition == null) {
            return null;
        }
        if (!listsAreEmpty) {
            faults.invalid(
                    "condition",
                    "a group has either a condition or lists, not both; leave `user_ids` and `department_ids` empty");
        }
        try {
            return Condition.parse(condition);
        } catch (IllegalArgumentException e) {
            faults.invalid("condition", String.valueOf(e.getMessage()));
            return null;
        }
    }
}
