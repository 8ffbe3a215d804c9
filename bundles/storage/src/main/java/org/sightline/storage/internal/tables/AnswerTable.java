package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.sightline.store.AnswerStore.KeptAnswer;

/** Answers kept for idempotency keys; the status is 0 while a request is running. */
public final class AnswerTable {

    /** Adds a reservation; fails with a unique violation when the key is taken. */
    public int reserve(Connection connection, String scope, String key, String requestDigest, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into kept_answer (answer_scope,"
                + " idempotency_key, request_digest, status, location, reserved_micros) values (?, ?, ?, 0, '', ?)")) {
            new RowWriter(statement).text(scope).text(key).text(requestDigest).number(Micros.of(now));
            return statement.executeUpdate();
        }
    }

    /** Returns what is known of a key; empty when it is free. */
    public Optional<KeptAnswer> find(Connection connection, String scope, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select request_digest, status, body, location,"
                + " reserved_micros from kept_answer where answer_scope = ? and idempotency_key = ?")) {
            new RowWriter(statement).text(scope).text(key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(new RowReader(rows))) : Optional.empty();
            }
        }
    }

    private static KeptAnswer read(RowReader row) throws SQLException {
        String digest = row.text();
        int status = row.number();
        String body = row.textOrNull();
        return new KeptAnswer(digest, status, body == null ? "" : body, row.text(), Micros.instant(row.longNumber()));
    }

    /** Keeps the answer to a reserved request. */
    public int complete(Connection connection, String scope, String key, int status, String body, String location)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update kept_answer set status = ?, body = ?,"
                + " location = ? where answer_scope = ? and idempotency_key = ?")) {
            new RowWriter(statement)
                    .number(status)
                    .text(body)
                    .text(location)
                    .text(scope)
                    .text(key);
            return statement.executeUpdate();
        }
    }

    /** Removes a reservation that has no answer. */
    public int release(Connection connection, String scope, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from kept_answer where answer_scope = ? and idempotency_key = ? and status = 0")) {
            new RowWriter(statement).text(scope).text(key);
            return statement.executeUpdate();
        }
    }

    /** Removes what was reserved before an instant. */
    public int deleteOlder(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from kept_answer where reserved_micros < ?")) {
            new RowWriter(statement).number(Micros.of(before));
            return statement.executeUpdate();
        }
    }
}
