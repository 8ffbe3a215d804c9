package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Members' choices about being found, versioned; a member without a row has chosen nothing. */
final class PrivacyTable {

    static final String NAME = "communication_privacy";

    void write(Connection connection, TenantKey tenant, long revision, Map<UserId, Boolean> choices)
            throws SQLException {
        if (choices.isEmpty()) {
            return;
        }
        try (PreparedStatement close = connection.prepareStatement("update " + NAME
                        + " set to_revision = ? where tenant_key = ? and user_id = ? and to_revision = ?");
                PreparedStatement insert = connection.prepareStatement("insert into " + NAME
                        + " (tenant_key, user_id, from_revision, to_revision, find_by_phone) values (?, ?, ?, ?, ?)")) {
            for (Map.Entry<UserId, Boolean> choice : choices.entrySet()) {
                String user = choice.getKey().value();
                new RowWriter(close)
                        .number(revision)
                        .text(tenant.value())
                        .text(user)
                        .number(VersionedTable.STILL);
                close.executeUpdate();
                new RowWriter(insert)
                        .text(tenant.value())
                        .text(user)
                        .number(revision)
                        .number(VersionedTable.STILL)
                        .flag(choice.getValue());
                insert.executeUpdate();
            }
        }
    }

    boolean findByPhone(Connection connection, TenantKey tenant, UserId owner, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select find_by_phone from " + NAME
                + " where tenant_key = ? and user_id = ? and from_revision <= ? and to_revision > ?")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(owner.value())
                    .number(revision)
                    .number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next() || rows.getBoolean(1);
            }
        }
    }
}
