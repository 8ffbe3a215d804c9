package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;

/**
 * All custom fields of a tenant.
 *
 * @param fields in the tenant's order; never absent
 */
public record FieldsJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        List<@Nullable FieldJson> fields) {

    /** Returns the form of a tenant's custom fields. */
    public static FieldsJson of(List<CustomField> fields) {
        return new FieldsJson(fields.stream().map(FieldJson::of).toList());
    }

    /**
     * Returns the custom fields this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public List<CustomField> toModel() {
        Faults faults = Faults.none();
        if (fields == null) {
            faults.missing("fields");
        }
        List<CustomField> read = Forms.each(faults, "fields", fields, FieldJson::read);
        faults.refuseIfAny();
        return read;
    }
}
