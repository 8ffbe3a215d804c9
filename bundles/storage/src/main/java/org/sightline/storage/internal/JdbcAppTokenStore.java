package org.sightline.storage.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.apps.model.AppConsent;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.AppTokenTables;
import org.sightline.storage.internal.tables.ConsentTable;
import org.sightline.store.AppTokenStore;

/** Keeps tokens of apps in the database; tenants' commits end them there. */
@Component
public final class JdbcAppTokenStore implements AppTokenStore {

    private final Database database;
    private final AppTokenTables tables = new AppTokenTables();
    private final ConsentTable consents = new ConsentTable(tables);

    /** Creates the store on a database. */
    @Activate
    public JdbcAppTokenStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public boolean open(StoredAuthorization authorization, StoredToken token) {
        return database.transaction("keep a token", connection -> {
            if (!tables.holdApp(connection, authorization.tenant(), authorization.app())) {
                return false;
            }
            tables.insert(connection, authorization);
            tables.insert(connection, authorization.tenant(), token);
            return true;
        });
    }

    @Override
    public Optional<FoundToken> find(String digest) {
        return database.transaction("find a token", connection -> tables.find(connection, digest));
    }

    @Override
    public Set<String> present(Set<String> digests) {
        return database.transaction("look for tokens", connection -> tables.present(connection, digests));
    }

    @Override
    public boolean exchange(FoundToken token, Instant at, List<StoredToken> successors) {
        StoredAuthorization authorization = token.authorization();
        return database.transaction("exchange a token", connection -> {
            if (!tables.hold(connection, authorization, at) || !tables.use(connection, token, at)) {
                return false;
            }
            for (StoredToken successor : successors) {
                tables.insert(connection, authorization.tenant(), successor);
            }
            return true;
        });
    }

    @Override
    public void remove(FoundToken token) {
        database.transaction("end a token", connection -> tables.remove(connection, token));
    }

    @Override
    public void end(StoredAuthorization authorization) {
        database.transaction("end an authorization", connection -> tables.end(connection, authorization));
    }

    @Override
    public List<AppConsent> consents(TenantKey tenant, UserId user) {
        return database.transaction("list consents", connection -> consents.of(connection, tenant, user));
    }

    @Override
    public void removeExpired(Instant before) {
        // Each for itself: whoever ends an authorization takes its rows in another order.
        database.transaction("remove expired tokens", connection -> tables.removeExpired(connection, before));
        database.transaction("remove authorizations", connection -> tables.removeForgotten(connection, before));
        database.transaction("remove lost tokens", connection -> tables.removeUnfound(connection, before));
    }
}
