package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;

/** Custom fields with their place in the tenant's order, as rows of {@code custom_field}. */
final class FieldForm implements RowForm<FieldForm.PlacedField> {

    /** A field and its place. */
    record PlacedField(int position, CustomField field) {}

    @Override
    public String table() {
        return "custom_field";
    }

    @Override
    public String idColumn() {
        return "field_id";
    }

    @Override
    public List<String> columns() {
        return List.of("field_position", "label", "field_type", "choices");
    }

    @Override
    public String id(PlacedField placed) {
        return placed.field().id().value();
    }

    @Override
    public void write(PlacedField placed, RowWriter row) throws SQLException {
        CustomField field = placed.field();
        row.number(placed.position())
                .text(field.label())
                .text(field.type().key())
                .text(StoredJson.text(field.choices()));
    }

    @Override
    public PlacedField read(String id, RowReader row) throws SQLException {
        int position = row.number();
        String label = row.text();
        FieldType type = FieldType.ofKey(row.text()).orElseThrow();
        return new PlacedField(
                position, new CustomField(new FieldId(id), label, type, StoredJson.texts(row.textOrNull())));
    }
}
