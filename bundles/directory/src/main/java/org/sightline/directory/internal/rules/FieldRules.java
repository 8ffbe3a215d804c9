package org.sightline.directory.internal.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;

/** Rules for custom fields (docs/concepts.md, "Custom fields"). */
public final class FieldRules {

    private FieldRules() {}

    /** Returns the field as it is kept: texts in NFC. */
    public static CustomField tidy(CustomField field) {
        return new CustomField(
                field.id(),
                Line.nfc(field.label()),
                field.type(),
                field.choices().stream().map(Line::nfc).toList());
    }

    /** Notes what is wrong with all of a tenant's tidy fields. */
    public static void checkAll(List<CustomField> fields, Faults faults) {
        if (fields.size() > Limits.FIELDS) {
            faults.invalid("/fields", "must have at most " + Limits.FIELDS + " entries, not " + fields.size());
            return;
        }
        Set<FieldId> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Faults here = faults.below("/fields/" + i);
            if (!seen.add(fields.get(i).id())) {
                here.invalid("/field_id", "`" + fields.get(i).id() + "` is there twice");
            }
            check(fields.get(i), here);
        }
    }

    /** Notes what is wrong with one tidy field. */
    public static void check(CustomField field, Faults faults) {
        Line.check("/label", field.label(), Limits.NAME, faults);
        if (field.type() != FieldType.CHOICE) {
            if (!field.choices().isEmpty()) {
                faults.invalid("/choices", "only fields of type `choice` have choices");
            }
        } else if (field.choices().isEmpty()) {
            faults.invalid("/choices", "must have at least one entry");
        }
        Named.check("/choices", field.choices(), Limits.CHOICES, "choice", choice -> true, faults);
        for (int i = 0; i < Math.min(field.choices().size(), Limits.CHOICES); i++) {
            Line.check("/choices/" + i, field.choices().get(i), Limits.CHOICE, faults);
        }
    }
}
