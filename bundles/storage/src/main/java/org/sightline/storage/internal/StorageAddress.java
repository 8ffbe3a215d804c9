package org.sightline.storage.internal;

import java.util.Map;
import org.sightline.settings.EnvironmentVariable;
import org.sightline.storage.internal.database.DatabaseAddress;

/** Settles which database is meant: the environment wins over the configuration file. */
final class StorageAddress {

    private StorageAddress() {}

    static DatabaseAddress of(StorageSettings settings) {
        return new DatabaseAddress(
                settings.url(),
                settings.user(),
                settings._password(),
                settings.maximum_connections(),
                settings.connection_timeout_millis(),
                settings.answer_timeout_millis());
    }

    /** A password from the file belongs to the database of the file, so it is not sent to another one. */
    static DatabaseAddress of(DatabaseAddress inFile, Map<String, String> environment) {
        String url = environment.getOrDefault(EnvironmentVariable.SIGHTLINE_JDBC_URL.name(), "");
        if (url.isEmpty()) {
            return inFile;
        }
        return new DatabaseAddress(
                url,
                environment.getOrDefault(EnvironmentVariable.SIGHTLINE_JDBC_USER.name(), ""),
                environment.getOrDefault(EnvironmentVariable.SIGHTLINE_JDBC_PASSWORD.name(), ""),
                inFile.maximumConnections(),
                inFile.connectionTimeoutMillis(),
                inFile.answerTimeoutMillis());
    }
}
