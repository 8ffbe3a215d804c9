package org.sightline.storage.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.news.News;
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
    public Set<String> present(Set<String> digests) {
        return database.transaction("look for sessions", connection -> sessions.present(connection, digests));
    }

    @Override
    public void remove(String digest) {
        Optional<StoredSession> ended = database.transaction("end a session", connection -> {
            Optional<StoredSession> found = sessions.find(connection, digest);
            sessions.delete(connection, digest);
            return found;
        });
        ended.ifPresent(session -> database.outbox().add(News.sessionsEnded(session.tenant(), session.user())));
    }

    @Override
    public void removeAll(TenantKey tenant, UserId user) {
        database.transaction("end sessions", connection -> sessions.deleteAll(connection, tenant, user));
        database.outbox().add(News.sessionsEnded(tenant, user));
    }

    @Override
    public void removeExpired(Instant before) {
        database.transaction("remove expired sessions", connection -> sessions.deleteExpired(connection, before));
    }
}
