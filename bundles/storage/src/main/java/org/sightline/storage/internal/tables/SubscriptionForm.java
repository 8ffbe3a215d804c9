package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.resources.model.ResourceId;

/** What apps subscribed to as rows of {@code event_subscription}. */
final class SubscriptionForm implements RowForm<EventSubscription> {

    static final String TABLE = "event_subscription";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String idColumn() {
        return "subscription_id";
    }

    @Override
    public List<String> columns() {
        return List.of("app_id", "user_id", "event", "resource_id", "created_micros");
    }

    @Override
    public String id(EventSubscription subscription) {
        return subscription.id();
    }

    @Override
    public void write(EventSubscription subscription, RowWriter row) throws SQLException {
        @Nullable UserId user = subscription.receiver().user();
        @Nullable ResourceId resource = subscription.resource();
        row.text(subscription.receiver().app().value())
                .text(user == null ? null : user.value())
                .text(subscription.event().key())
                .text(resource == null ? null : resource.value())
                .instant(subscription.createdAt());
    }

    @Override
    public EventSubscription read(String id, RowReader row) throws SQLException {
        EventReceiver receiver = receiver(row);
        EventType event = EventType.ofKey(row.text()).orElseThrow();
        @Nullable String resource = row.textOrNull();
        return new EventSubscription(
                id,
                receiver,
                event,
                resource == null ? null : new ResourceId(resource),
                Micros.instant(row.longNumber()));
    }

    /** Reads the columns {@code app_id} and {@code user_id}. */
    static EventReceiver receiver(RowReader row) throws SQLException {
        AppId app = new AppId(row.text());
        @Nullable String user = row.textOrNull();
        return new EventReceiver(app, user == null ? null : new UserId(user));
    }
}
