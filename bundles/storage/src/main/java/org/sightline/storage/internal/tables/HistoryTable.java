package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sightline.directory.model.TenantKey;

/** The oldest revision of each tenant that is kept; no row means all of them. */
public final class HistoryTable {

    /** Its name. */
    static final String NAME = "tenant_history";

    /** Returns a tenant's oldest revision. */
    public long oldest(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select oldest_revision from tenant_history where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 1;
            }
        }
    }

    /** Keeps revisions from one on, unless fewer are kept or the tenant is not there. The tenant's turn keeps others away. */
    public boolean keepFrom(Connection connection, TenantKey tenant, long oldest) throws SQLException {
        if (!new TenantTable().takeTurn(connection, tenant)) {
            return false;
        }
        if (oldest <= oldest(connection, tenant)) {
            return false;
        }
        if (write(connection, "update tenant_history set oldest_revision = ? where tenant_key = ?", tenant, oldest)) {
            return true;
        }
        return write(
                connection, "insert into tenant_history (oldest_revision, tenant_key) values (?, ?)", tenant, oldest);
    }

    private static boolean write(Connection connection, String sql, TenantKey tenant, long oldest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new RowWriter(statement).number(oldest).text(tenant.value());
            return statement.executeUpdate() == 1;
        }
    }
}
