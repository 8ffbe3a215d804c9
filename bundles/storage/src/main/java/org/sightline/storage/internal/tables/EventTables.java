package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.Occurrence;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.events.model.Subscriptions;

/** What apps subscribed to, and what they are to be told: the part that tenants' commits write. */
final class EventTables {

    static final List<String> ALL = List.of(SubscriptionForm.TABLE, "event_occurrence", "event_delivery");

    private final VersionedTable<EventSubscription> subscriptions = new VersionedTable<>(new SubscriptionForm());

    Subscriptions load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        return Subscriptions.of(subscriptions.load(connection, tenant, revision));
    }

    void write(
            Connection connection,
            TenantKey tenant,
            long revision,
            List<SubscriptionChange> changes,
            List<Occurrence> occurrences)
            throws SQLException {
        writeSubscriptions(connection, tenant, revision, changes);
        addOccurrences(connection, tenant, revision, occurrences);
    }

    private void writeSubscriptions(
            Connection connection, TenantKey tenant, long revision, List<SubscriptionChange> changes)
            throws SQLException {
        Map<String, Optional<EventSubscription>> rows = new LinkedHashMap<>();
        List<SubscriptionChange.RemoveAllOf> gone = new ArrayList<>();
        for (SubscriptionChange change : changes) {
            if (change instanceof SubscriptionChange.Put put) {
                rows.put(put.subscription().id(), Optional.of(put.subscription()));
            } else if (change instanceof SubscriptionChange.Remove remove) {
                rows.put(remove.id(), Optional.empty());
            } else if (change instanceof SubscriptionChange.RemoveAllOf remove) {
                rows.values().removeIf(row -> row.filter(remove::concerns).isPresent());
                gone.add(remove);
            }
        }
        if (!gone.isEmpty()) {
            List<String> ids = new ArrayList<>();
            subscriptions.forEach(connection, tenant, revision, each -> {
                if (gone.stream().anyMatch(remove -> remove.concerns(each))) {
                    ids.add(each.id());
                }
            });
            subscriptions.close(connection, tenant, revision, ids);
        }
        subscriptions.replace(connection, tenant, revision, rows);
    }

    private static void addOccurrences(
            Connection connection, TenantKey tenant, long revision, List<Occurrence> occurrences) throws SQLException {
        if (occurrences.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into event_occurrence (tenant_key, revision, app_id,"
                        + " user_id, event, object_ids, occurred_micros, data_range) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Occurrence occurrence : occurrences) {
                @Nullable UserId user = occurrence.receiver().user();
                new RowWriter(insert)
                        .text(tenant.value())
                        .number(revision)
                        .text(occurrence.receiver().app().value())
                        .text(user == null ? null : user.value())
                        .text(occurrence.event().key())
                        .text(String.join(" ", occurrence.objects()))
                        .instant(occurrence.at())
                        .text(StoredRange.text(occurrence.range()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
