package org.sightline.storage.internal.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What happens inside one transaction. */
@FunctionalInterface
public interface Work<T> {

    /** Does the work; must neither commit nor close. */
    T in(Connection connection) throws SQLException;
}
