package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;

/**
 * A unit (docs/concepts.md, "Units").
 *
 * @param unitId        generated when absent
 * @param name          never absent in answers
 * @param type          what kind of unit; never absent in answers, cannot change
 * @param departmentIds the tops of the unit; none when absent
 */
public record UnitJson(
        @Nullable String unitId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String type,

        @Nullable List<@Nullable String> departmentIds) {

    /** Returns the form of a unit. */
    public static UnitJson of(Unit unit) {
        return new UnitJson(
                unit.id().value(),
                unit.name(),
                unit.type(),
                unit.departments().stream().map(DepartmentId::value).toList());
    }

    /**
     * Returns the unit this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Unit toModel() {
        Faults faults = Faults.none();
        Unit unit = new Unit(
                faults.optional("unit_id", unitId, UnitId::new, UnitId::random),
                faults.text("name", name),
                faults.text("type", type),
                faults.list("department_ids", departmentIds, DepartmentId::new));
        faults.refuseIfAny();
        return unit;
    }

    /**
     * Returns this form with a merge patch applied.
     *
     * @throws org.sightline.problem.ProblemException {@code immutable_field} for id and type, otherwise as
     *     {@link MergePatch}
     */
    public UnitJson patchedBy(JsonNode patch) {
        return MergePatch.apply(this, patch, UnitJson.class, "unit_id", "type");
    }
}
