package org.sightline.storage.internal.database;

/**
 * Where a database is and how it is used.
 *
 * @param url                     JDBC URL of Derby or PostgreSQL
 * @param user                    empty for none
 * @param password                without meaning when there is no user
 * @param maximumConnections      at least 1
 * @param connectionTimeoutMillis how long to wait for a connection, at least 250
 */
public record DatabaseAddress(
        String url, String user, String password, int maximumConnections, long connectionTimeoutMillis) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return url.split("[?;]", 2)[0];
    }
}
