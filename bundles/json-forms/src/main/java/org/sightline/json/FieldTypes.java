package org.sightline.json;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;

/** The types of a tenant's custom fields, by which their values look like texts or numbers. */
public final class FieldTypes {

    /** Knows no field: every value is shown as text, and texts and numbers are both taken. */
    public static final FieldTypes UNKNOWN = new FieldTypes(Map.of());

    private final Map<String, FieldType> byId;

    private FieldTypes(Map<String, FieldType> byId) {
        this.byId = byId;
    }

    /** Returns the types of these fields. */
    public static FieldTypes of(Collection<CustomField> fields) {
        Map<String, FieldType> byId = new HashMap<>();
        fields.forEach(field -> byId.put(field.id().value(), field.type()));
        return new FieldTypes(byId);
    }

    /** Returns a field's type; null for a field that is not known here. */
    public @Nullable FieldType typeOf(FieldId id) {
        return typeOf(id.value());
    }

    @Nullable
    FieldType typeOf(String id) {
        return byId.get(id);
    }
}
