package org.sightline.storage.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Delivery;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.ChannelsTable;
import org.sightline.storage.internal.tables.DeliveryTable;
import org.sightline.store.DeliveryStore;

/** Keeps cards on their way out in the database. */
@Component
public final class JdbcDeliveryStore implements DeliveryStore {

    private final Database database;
    private final DeliveryTable deliveries = new DeliveryTable();
    private final ChannelsTable channels = new ChannelsTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcDeliveryStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public List<Outgoing> undispatched(int most) {
        return database.transaction("look for new cards", connection -> deliveries.undispatched(connection, most));
    }

    @Override
    public boolean dispatch(TenantKey tenant, long number, Collection<String> toChannels, Instant now) {
        return database.transaction(
                "hand a card to channels",
                connection -> deliveries.dispatch(connection, tenant, number, toChannels, now));
    }

    @Override
    public List<Receiver> dueReceivers(Instant now) {
        return database.transaction("look for due deliveries", connection -> deliveries.dueReceivers(connection, now));
    }

    @Override
    public List<Delivery> due(Receiver receiver, Instant now, int most) {
        return database.transaction(
                "read due deliveries", connection -> deliveries.due(connection, receiver, now, most));
    }

    @Override
    public Optional<Delivery> claim(Delivery delivery, Instant until) {
        Instant deadline = until.truncatedTo(ChronoUnit.MICROS);
        boolean claimed = database.transaction(
                "claim a delivery", connection -> deliveries.putOff(connection, delivery, deadline));
        return claimed ? Optional.of(delivery.claimed(deadline)) : Optional.empty();
    }

    @Override
    public void settle(Delivery claimed, Delivery outcome) {
        database.transaction("settle a delivery", connection -> deliveries.settle(connection, claimed, outcome));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.transaction("look ahead", connection -> deliveries.nextDue(connection, now));
    }

    @Override
    public Optional<Outgoing> card(TenantKey tenant, long number) {
        return database.transaction("read a card", connection -> deliveries.card(connection, tenant, number));
    }

    @Override
    public List<Delivery> deliveries(@Nullable TenantKey tenant, int offset, int most) {
        return database.transaction(
                "list deliveries", connection -> deliveries.newest(connection, tenant, offset, most));
    }

    @Override
    public Optional<StoredChannels> channels(TenantKey tenant) {
        return database.transaction("read a choice of channels", connection -> channels.find(connection, tenant));
    }

    @Override
    public boolean putChannels(
            TenantKey tenant, @Nullable StoredChannels expected, StoredChannels chosen, AuditEntry entry) {
        return database.transaction(
                "keep a choice of channels", connection -> channels.put(connection, tenant, expected, chosen, entry));
    }
}
