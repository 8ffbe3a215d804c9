package org.sightline.directory.model;

import java.util.List;

/**
 * A profile field that a tenant defines (docs/concepts.md, "Custom fields").
 *
 * @param id      unique in the tenant
 * @param label   shown to people
 * @param type    what values it takes
 * @param choices the values of a {@link FieldType#CHOICE} field; empty for all others
 */
public record CustomField(FieldId id, String label, FieldType type, List<String> choices) {

    /** Takes a copy of the list. */
    public CustomField {
        choices = List.copyOf(choices);
    }
}
