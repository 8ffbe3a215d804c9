package org.sightline.storage.internal;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.CredentialTable;
import org.sightline.storage.internal.tables.SessionTable;
import org.sightline.store.SessionStore;

/** Keeps sessions in the database, and finds passwords where tenants' commits put them. */
@Component
public final class JdbcSessionStore implements SessionStore {

    private final Database database;
    private final SessionTable sessions = new SessionTable();
    private final CredentialTable credentials = new CredentialTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcSessionStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> passwordHash(TenantKey tenant, UserId user) {
        return database.transaction("read a password", connection -> credentials.find(connection, tenant, user));
    }

    @Override
    public void put(StoredSession session) {
        database.transaction("keep a session", connection -> {
            sessions.insert(connection, session);
            return session;
        });
    }

    @Override
    public Optional<StoredSession> find(String digest) {
        return database.transaction("find a session", connection -> sessions.find(connection, digest));
    }

    @Override
    public void remove(String digest) {
        database.transaction("end a session", connection -> sessions.delete(connection, digest));
    }

    @Override
    public void removeAll(TenantKey tenant, UserId user) {
        database.transaction("end sessions", connection -> sessions.deleteAll(connection, tenant, user));
    }

    @Override
    public void removeExpired(Instant before) {
        database.transaction("remove expired sessions", connection -> sessions.deleteExpired(connection, before));
    }
}
