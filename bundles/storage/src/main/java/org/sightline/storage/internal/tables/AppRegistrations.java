package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sightline.directory.model.TenantKey;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.AppIdTakenException;

/** Which tenant has, or had, an app: what makes app ids unique over the whole server. */
final class AppRegistrations {

    static final String TABLE = "app_registration";

    /**
     * Makes an id the tenant's own; does nothing when it is.
     *
     * @throws AppIdTakenException when it is another's
     */
    void register(Connection connection, TenantKey tenant, String app) throws SQLException {
        Optional<TenantKey> known = tenantOf(connection, app);
        if (known.isEmpty()) {
            insert(connection, tenant, app);
        } else if (!known.get().equals(tenant)) {
            throw new AppIdTakenException(app);
        }
    }

    private static void insert(Connection connection, TenantKey tenant, String app) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + TABLE + " (app_id, tenant_key) values (?, ?)")) {
            new RowWriter(statement).text(app).text(tenant.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            if (Database.isUniqueViolation(e)) {
                throw new AppIdTakenException(app);
            }
            throw e;
        }
    }

    Optional<TenantKey> tenantOf(Connection connection, String app) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select tenant_key from " + TABLE + " where app_id = ?")) {
            new RowWriter(statement).text(app);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new TenantKey(rows.getString(1))) : Optional.empty();
            }
        }
    }
}
