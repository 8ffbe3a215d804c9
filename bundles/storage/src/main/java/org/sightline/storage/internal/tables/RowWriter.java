package org.sightline.storage.internal.tables;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a statement from left to right. */
final class RowWriter {

    private final PreparedStatement statement;
    private int next = 1;

    RowWriter(PreparedStatement statement) {
        this.statement = statement;
    }

    RowWriter text(@Nullable String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    RowWriter number(int value) throws SQLException {
        statement.setInt(next++, value);
        return this;
    }

    RowWriter number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    RowWriter instant(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(next++, Types.BIGINT);
            return this;
        }
        return number(Micros.of(value));
    }

    RowWriter flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    /** Writes ids as one text; null for none. */
    <T> RowWriter ids(Collection<T> ids, Function<T, String> value) throws SQLException {
        return text(
                ids.isEmpty() ? null : String.join(" ", ids.stream().map(value).toList()));
    }
}
