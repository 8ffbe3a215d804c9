package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventType;
import org.sightline.events.model.Occurrence;
import org.sightline.store.EventStore.Waiting;

/** Occurrences that wait to be unfolded. */
public final class OccurrenceTable {

    /** Returns the oldest occurrence of each app, the oldest of all first. */
    public List<Waiting> oldestOfEachApp(Connection connection) throws SQLException {
        List<Waiting> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select o.tenant_key, o.occurrence_number, o.revision, o.app_id, o.user_id, o.event, o.object_ids,"
                        + " o.occurred_micros, o.data_range from event_occurrence o join (select tenant_key, app_id,"
                        + " min(occurrence_number) as oldest from event_occurrence group by tenant_key, app_id) f"
                        + " on f.tenant_key = o.tenant_key and f.app_id = o.app_id and f.oldest = o.occurrence_number"
                        + " order by o.occurrence_number")) {
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    found.add(read(row.again()));
                }
            }
        }
        return found;
    }

    private static Waiting read(RowReader row) throws SQLException {
        TenantKey tenant = new TenantKey(row.text());
        long number = row.longNumber();
        long revision = row.longNumber();
        EventReceiver receiver = SubscriptionForm.receiver(row);
        EventType event = EventType.ofKey(row.text()).orElseThrow();
        List<String> objects = row.ids(id -> id);
        var at = Micros.instant(row.longNumber());
        return new Waiting(
                tenant, number, revision, new Occurrence(receiver, event, objects, at, StoredRange.range(row.text())));
    }

    /** Takes an occurrence away; false when somebody else has. */
    public boolean take(Connection connection, Waiting waiting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from event_occurrence" + " where tenant_key = ? and app_id = ? and occurrence_number = ?")) {
            new RowWriter(statement)
                    .text(waiting.tenant().value())
                    .text(waiting.app().app().value())
                    .number(waiting.number());
            return statement.executeUpdate() == 1;
        }
    }
}
