package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;

/** Units as rows of {@code unit}. */
final class UnitForm implements RowForm<Unit> {

    @Override
    public String table() {
        return "unit";
    }

    @Override
    public String idColumn() {
        return "unit_id";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "unit_type", "department_ids");
    }

    @Override
    public String id(Unit unit) {
        return unit.id().value();
    }

    @Override
    public void write(Unit unit, RowWriter row) throws SQLException {
        row.text(unit.name()).text(unit.type()).ids(unit.departments(), DepartmentId::value);
    }

    @Override
    public Unit read(String id, RowReader row) throws SQLException {
        return new Unit(new UnitId(id), row.text(), row.text(), row.ids(DepartmentId::new));
    }
}
