package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;

/** How values of one kind lie in the rows of a versioned table. */
interface RowForm<V> {

    /** Returns the name of the table. */
    String table();

    /** Returns the column that tells values of one tenant apart. */
    String idColumn();

    /** Returns the other columns, in the order in which they are written and read. */
    List<String> columns();

    /** Returns what stands in the id column. */
    String id(V value);

    /** Writes the other columns. */
    void write(V value, RowWriter row) throws SQLException;

    /** Reads a value back from the other columns. */
    V read(String id, RowReader row) throws SQLException;
}
