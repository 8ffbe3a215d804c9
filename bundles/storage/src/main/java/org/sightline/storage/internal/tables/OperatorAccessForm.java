package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.sightline.directory.model.OperatorAccess;

/** Whether a tenant lets the operator in, as the one row of {@code operator_access} or none. */
final class OperatorAccessForm implements RowForm<OperatorAccess> {

    /** What stands in the id column of the one row. */
    static final String ID = "operator";

    @Override
    public String table() {
        return "operator_access";
    }

    @Override
    public String idColumn() {
        return "access_id";
    }

    @Override
    public List<String> columns() {
        return List.of("until_micros");
    }

    @Override
    public String id(OperatorAccess access) {
        return ID;
    }

    @Override
    public void write(OperatorAccess access, RowWriter row) throws SQLException {
        row.instant(access.until());
    }

    @Override
    public OperatorAccess read(String id, RowReader row) throws SQLException {
        return new OperatorAccess(row.instantOrNull());
    }
}
