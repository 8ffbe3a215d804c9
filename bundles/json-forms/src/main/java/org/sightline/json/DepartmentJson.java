package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;

/**
 * A department (docs/concepts.md, "Departments").
 *
 * @param departmentId  generated when absent
 * @param name          never absent in answers
 * @param parentId      the department above, {@code 0} for the root; absent for the root itself, and where an app does not see it
 * @param order         smaller comes first among siblings; 0 when absent
 * @param leaderUserIds nobody when absent
 */
public record DepartmentJson(
        @Nullable String departmentId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Nullable String parentId,
        @Nullable Integer order,
        @Nullable List<@Nullable String> leaderUserIds) {

    /** Returns the form of a department. */
    public static DepartmentJson of(Department department) {
        DepartmentId parent = department.parent();
        return new DepartmentJson(
                department.id().value(),
                department.name(),
                parent == null ? null : parent.value(),
                department.order(),
                department.leaders().stream().map(UserId::value).toList());
    }

    /**
     * Returns the form of a department as far as an app sees it.
     *
     * @param open    names of the fields that are open to the app, as {@code NeededPermissions} has them
     * @param reached whether the app sees a department; a parent that it does not see is left out
     * @param seen    whether the app sees a member; leaders whom it does not see are left out
     */
    public static DepartmentJson of(
            Department department, Set<String> open, Predicate<DepartmentId> reached, Predicate<UserId> seen) {
        DepartmentId parent = department.parent();
        return new DepartmentJson(
                department.id().value(),
                open.contains("name") ? department.name() : null,
                open.contains("parent_id") && parent != null && reached.test(parent) ? parent.value() : null,
                open.contains("order") ? department.order() : null,
                open.contains("leader_user_ids")
                        ? department.leaders().stream()
                                .filter(seen)
                                .map(UserId::value)
                                .toList()
                        : null);
    }

    /**
     * Returns the department this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Department toModel() {
        Faults faults = Faults.none();
        DepartmentId id = faults.optional("department_id", departmentId, DepartmentId::new, DepartmentId::random);
        Department department = new Department(
                id,
                faults.text("name", name),
                id.isRoot() ? noParent(faults) : parent(faults),
                order == null ? 0 : order,
                faults.list("leader_user_ids", leaderUserIds, UserId::new));
        faults.refuseIfAny();
        return department;
    }

    /**
     * Returns this form with a merge patch applied.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for the id, otherwise as {@link MergePatch}
     */
    public DepartmentJson patchedBy(JsonNode patch) {
        return MergePatch.apply(this, patch, DepartmentJson.class, "department_id");
    }

    private DepartmentId parent(Faults faults) {
        return faults.required("parent_id", parentId, DepartmentId::new, () -> DepartmentId.ROOT);
    }

    private @Nullable DepartmentId noParent(Faults faults) {
        if (parentId != null) {
            faults.add(
                    "parent_id",
                    Codes.IMMUTABLE_FIELD,
                    "the organisation itself, department `0`, has no department above it");
        }
        return null;
    }
}
