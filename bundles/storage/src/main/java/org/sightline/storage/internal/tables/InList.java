package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One question about many texts, in as few statements as databases like. A shorter list is filled up with its last
 * text, so that there are few different statements to be prepared.
 */
final class InList {

    private static final int MOST = 512;

    private InList() {}

    /** What is done with a row. */
    interface Taker {

        void take(RowReader row) throws SQLException;
    }

    /**
     * Asks.
     *
     * @param sql    up to and including the word {@code in}
     * @param texts  what to look for
     * @param taker  called for every row
     */
    static void ask(Connection connection, String sql, Collection<String> texts, Taker taker) throws SQLException {
        List<String> all = new ArrayList<>(texts);
        for (int from = 0; from < all.size(); from += MOST) {
            List<String> some = all.subList(from, Math.min(from + MOST, all.size()));
            int places = some.size() == 1 ? 1 : Math.min(MOST, Integer.highestOneBit(some.size() - 1) * 2);
            try (PreparedStatement statement =
                    connection.prepareStatement(sql + " (?" + ", ?".repeat(places - 1) + ")")) {
                RowWriter writer = new RowWriter(statement);
                for (int place = 0; place < places; place++) {
                    writer.text(some.get(Math.min(place, some.size() - 1)));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    RowReader row = new RowReader(rows);
                    while (rows.next()) {
                        taker.take(row.again());
                    }
                }
            }
        }
    }
}
