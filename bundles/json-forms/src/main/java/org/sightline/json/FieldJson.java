package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;

/**
 * A custom field (docs/concepts.md, "Custom fields").
 *
 * @param fieldId never absent
 * @param label   never absent
 * @param type    "text", "number", "date", "url" or "choice"; never absent
 * @param choices the values of a field of the type "choice"; absent for all others
 */
public record FieldJson(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String fieldId,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        String label,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"text", "number", "date", "url", "choice"})
        @Nullable
        String type,

        @Nullable List<@Nullable String> choices) {

    /** Returns the form of a custom field. */
    public static FieldJson of(CustomField field) {
        return new FieldJson(
                field.id().value(),
                field.label(),
                field.type().key(),
                field.choices().isEmpty() ? null : List.copyOf(field.choices()));
    }

    /**
     * Returns the custom field this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public CustomField toModel() {
        Faults faults = Faults.none();
        CustomField field = read(faults);
        faults.refuseIfAny();
        return field;
    }

    CustomField read(Faults faults) {
        return new CustomField(
                faults.required("field_id", fieldId, FieldId::new, FieldId::random),
                faults.text("label", label),
                faults.requiredWord("type", type, FieldType::ofKey, FieldType.TEXT),
                faults.list("choices", choices, Objects::requireNonNull));
    }
}
