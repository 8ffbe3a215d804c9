package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.sightline.store.SealedSecretStore.Kind;

/** The columns that hold what the server's key has sealed, in rows that are in force. */
public final class SealedSecrets {

    private static final Map<Kind, String> QUERIES = new EnumMap<>(Map.of(
            Kind.INVITATION, "select sealed_code from trust_invitation where to_revision = " + VersionedTable.STILL,
            Kind.APP, "select sealed_signing_key from app where to_revision = " + VersionedTable.STILL,
            Kind.WEBHOOK, "select sealed_secret from notice_channels where sealed_secret is not null"));

    private static final int ROWS_AT_ONCE = 1_000;

    /** Shows each sealed secret; returns how many there are. */
    public int forEach(Connection connection, BiConsumer<Kind, String> visitor) throws SQLException {
        int count = 0;
        for (Map.Entry<Kind, String> query : QUERIES.entrySet()) {
            try (PreparedStatement statement = connection.prepareStatement(query.getValue())) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        visitor.accept(query.getKey(), rows.getString(1));
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
