package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A query of which every row is read in the same way. */
final class Selection {

    private Selection() {}

    /** Returns what is read from the rows, in their order. */
    static <T> List<T> all(Connection connection, String sql, Parameters parameters, Reading<T> reading)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.write(new RowWriter(statement));
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    found.add(reading.of(row.again()));
                }
            }
        }
        return found;
    }

    /** Fills in what a query leaves open. */
    @FunctionalInterface
    interface Parameters {

        void write(RowWriter row) throws SQLException;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reading<T> {

        T of(RowReader row) throws SQLException;
    }
}
