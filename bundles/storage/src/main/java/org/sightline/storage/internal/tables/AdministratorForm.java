package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.UserId;

/** Administrators' roles as rows of {@code administrator}. */
final class AdministratorForm implements RowForm<Administrator> {

    @Override
    public String table() {
        return "administrator";
    }

    @Override
    public String idColumn() {
        return "user_id";
    }

    @Override
    public List<String> columns() {
        return List.of("is_primary", "permissions");
    }

    @Override
    public String id(Administrator administrator) {
        return administrator.user().value();
    }

    @Override
    public void write(Administrator administrator, RowWriter row) throws SQLException {
        row.flag(administrator.primary())
                .ids(administrator.permissions().stream().sorted().toList(), AdminPermission::key);
    }

    @Override
    public Administrator read(String id, RowReader row) throws SQLException {
        return new Administrator(new UserId(id), row.flag(), Set.copyOf(row.ids(key -> AdminPermission.ofKey(key)
                .orElseThrow())));
    }
}
