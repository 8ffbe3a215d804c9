package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;

/** Departments as rows of {@code department}. */
final class DepartmentForm implements RowForm<Department> {

    @Override
    public String table() {
        return "department";
    }

    @Override
    public String idColumn() {
        return "department_id";
    }

    @Override
    public List<String> columns() {
        return List.of("name", "parent_id", "order_weight", "leader_user_ids");
    }

    @Override
    public String id(Department department) {
        return department.id().value();
    }

    @Override
    public void write(Department department, RowWriter row) throws SQLException {
        DepartmentId parent = department.parent();
        row.text(department.name())
                .text(parent == null ? null : parent.value())
                .number(department.order())
                .ids(department.leaders(), UserId::value);
    }

    @Override
    public Department read(String id, RowReader row) throws SQLException {
        String name = row.text();
        String parent = row.textOrNull();
        return new Department(
                new DepartmentId(id),
                name,
                parent == null ? null : new DepartmentId(parent),
                row.number(),
                row.ids(UserId::new));
    }
}
