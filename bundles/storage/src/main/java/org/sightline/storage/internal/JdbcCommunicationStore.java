package org.sightline.storage.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.PhoneNumber;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.MobileKeys;
import org.sightline.storage.internal.tables.TieTables;
import org.sightline.store.CommunicationStore;

/** Finds what members have with each other where tenants' commits put it. */
@Component
public final class JdbcCommunicationStore implements CommunicationStore {

    private final Database database;
    private final TieTables tables = new TieTables();

    /** Creates the store on a database. */
    @Activate
    public JdbcCommunicationStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public Ties ties(TenantKey tenant, UserId user, long revision) {
        return database.readVersions(
                "read a member's contacts", connection -> tables.ties(connection, tenant, user, revision));
    }

    @Override
    public List<Person> tiedTo(TenantKey tenant) {
        return database.transaction("find contacts of a tenant", connection -> tables.tiedTo(connection, tenant));
    }

    @Override
    public List<Person> membersWithPhone(PhoneNumber number) {
        return database.transaction("find a phone number", connection -> MobileKeys.find(connection, number));
    }
}
