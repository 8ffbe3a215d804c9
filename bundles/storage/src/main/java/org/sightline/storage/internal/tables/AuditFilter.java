package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.store.AuditQuery;

/** The statement for an audit query; what the query leaves open does not occur in it. */
final class AuditFilter {

    private final StringBuilder sql = new StringBuilder("select at_micros, actor_kind, actor_id, action, object_kind,"
            + " object_id, value_before, value_after, revision from audit_entry where tenant_key = ?");
    private final List<Parameter> parameters = new ArrayList<>();

    AuditFilter(AuditQuery query, String operatorsOwn) {
        String log = query.tenant() == null ? operatorsOwn : query.tenant().value();
        parameters.add(row -> row.text(log));
        restrict("at_micros >= ?", query.from());
        restrict("at_micros < ?", query.to());
        restrict("actor_id = ?", query.actorId());
        restrict("object_id = ?", query.objectId());
        restrict("action = ?", query.action());
        sql.append(" order by entry_number desc offset ? rows fetch next ? rows only");
        parameters.add(row -> row.number(query.offset()));
        parameters.add(row -> row.number(query.limit()));
    }

    String sql() {
        return sql.toString();
    }

    void write(RowWriter row) throws SQLException {
        for (Parameter parameter : parameters) {
            parameter.write(row);
        }
    }

    private void restrict(String condition, @Nullable Instant value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.add(row -> row.number(Micros.of(value)));
        }
    }

    private void restrict(String condition, @Nullable String value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.add(row -> row.text(value));
        }
    }

    private interface Parameter {

        void write(RowWriter row) throws SQLException;
    }
}
