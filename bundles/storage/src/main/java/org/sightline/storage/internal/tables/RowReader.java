package org.sightline.storage.internal.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row from left to right. */
final class RowReader {

    private final ResultSet row;
    private int next = 1;

    RowReader(ResultSet row) {
        this.row = row;
    }

    /** Goes back to the first column, after the result moved to another row. */
    RowReader again() {
        next = 1;
        return this;
    }

    String text() throws SQLException {
        return row.getString(next++);
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(next++);
    }

    int number() throws SQLException {
        return row.getInt(next++);
    }

    long longNumber() throws SQLException {
        return row.getLong(next++);
    }

    @Nullable
    Instant instantOrNull() throws SQLException {
        long micros = row.getLong(next++);
        return row.wasNull() ? null : Micros.instant(micros);
    }

    boolean flag() throws SQLException {
        return row.getBoolean(next++);
    }

    /** Reads what {@link RowWriter#ids} wrote. */
    <T> List<T> ids(Function<String, T> id) throws SQLException {
        String text = textOrNull();
        if (text == null) {
            return List.of();
        }
        List<T> ids = new ArrayList<>();
        for (String each : text.split(" ")) {
            ids.add(id.apply(each));
        }
        return ids;
    }
}
