package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Password hashes; only the newest of a member is kept. */
public final class CredentialTable {

    void put(Connection connection, TenantKey tenant, Map<UserId, String> hashes) throws SQLException {
        if (hashes.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from credential where tenant_key = ? and user_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into credential (tenant_key, user_id, password_hash) values (?, ?, ?)")) {
            for (Map.Entry<UserId, String> entry : hashes.entrySet()) {
                String user = entry.getKey().value();
                new RowWriter(delete).text(tenant.value()).text(user);
                delete.executeUpdate();
                new RowWriter(insert).text(tenant.value()).text(user).text(entry.getValue());
                insert.executeUpdate();
            }
        }
    }

    /** Returns a member's password hash; empty when there is none. */
    public Optional<String> find(Connection connection, TenantKey tenant, UserId user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select password_hash from credential where tenant_key = ? and user_id = ?")) {
            new RowWriter(statement).text(tenant.value()).text(user.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
