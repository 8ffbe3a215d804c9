package org.sightline.storage.internal.database;

/**
 * Where a database is and how it is used.
 *
 * @param url                     JDBC URL of Derby or PostgreSQL
 * @param user                    empty for none
 * @param password                without meaning when there is no user
 * @param maximumConnections      at least 1
 * @param connectionTimeoutMillis how long to wait for a connection, at least 250
 * @param answerTimeoutMillis     how long a database elsewhere may be silent before its connection is given up; 0 for
 *                                ever
 */
public record DatabaseAddress(
        String url,
        String user,
        String password,
        int maximumConnections,
        long connectionTimeoutMillis,
        long answerTimeoutMillis) {

    /** An address whose database may take as long as it likes to answer. */
    public DatabaseAddress(
            String url, String user, String password, int maximumConnections, long connectionTimeoutMillis) {
        this(url, user, password, maximumConnections, connectionTimeoutMillis, 0);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return url.split("[?;]", 2)[0];
    }
}
