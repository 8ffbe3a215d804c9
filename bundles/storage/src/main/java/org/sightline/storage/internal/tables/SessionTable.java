package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.SessionStore.StoredSession;

/** Members' sessions, found by the digest of their token. */
public final class SessionTable {

    /** Adds a session. */
    public void insert(Connection connection, StoredSession session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into member_session"
                + " (tenant_key, digest, user_id, created_micros, expires_micros) values (?, ?, ?, ?, ?)")) {
            new RowWriter(statement)
                    .text(session.tenant().value())
                    .text(session.digest())
                    .text(session.user().value())
                    .number(Micros.of(session.createdAt()))
                    .number(Micros.of(session.expiresAt()));
            statement.executeUpdate();
        }
    }

    /** Returns a session; empty when there is none. */
    public Optional<StoredSession> find(Connection connection, String digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select digest, tenant_key, user_id,"
                + " created_micros, expires_micros from member_session where digest = ?")) {
            new RowWriter(statement).text(digest);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(new RowReader(rows))) : Optional.empty();
            }
        }
    }

    private static StoredSession read(RowReader row) throws SQLException {
        return new StoredSession(
                row.text(),
                new TenantKey(row.text()),
                new UserId(row.text()),
                Micros.instant(row.longNumber()),
                Micros.instant(row.longNumber()));
    }

    /** Returns those of the digests that belong to a session. */
    public Set<String> present(Connection connection, Set<String> digests) throws SQLException {
        Set<String> present = new HashSet<>();
        InList.ask(
                connection,
                "select digest from member_session where digest in",
                digests,
                row -> present.add(row.text()));
        return present;
    }

    /** Removes one session. */
    public int delete(Connection connection, String digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from member_session where digest = ?")) {
            new RowWriter(statement).text(digest);
            return statement.executeUpdate();
        }
    }

    /** Removes a member's sessions. */
    public int deleteAll(Connection connection, TenantKey tenant, UserId user) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from member_session where tenant_key = ? and user_id = ?")) {
            new RowWriter(statement).text(tenant.value()).text(user.value());
            return statement.executeUpdate();
        }
    }

    /** Removes what expired before an instant. */
    public int deleteExpired(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from member_session where expires_micros < ?")) {
            new RowWriter(statement).number(Micros.of(before));
            return statement.executeUpdate();
        }
    }
}
