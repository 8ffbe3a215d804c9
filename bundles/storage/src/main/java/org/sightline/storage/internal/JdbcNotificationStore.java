package org.sightline.storage.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.news.News;
import org.sightline.storage.internal.tables.DigestTable;
import org.sightline.storage.internal.tables.InboxTable;
import org.sightline.store.NotificationStore;

/** Finds cards in the database, where tenants' commits put them. */
@Component
public final class JdbcNotificationStore implements NotificationStore {

    private final Database database;
    private final InboxTable inbox = new InboxTable();
    private final DigestTable digests = new DigestTable();

    /** Creates the store on a database. */
    @Activate
    public JdbcNotificationStore(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public List<StoredNotice> newest(TenantKey tenant, UserId reader, long below, int most) {
        return database.transaction(
                "read an inbox", connection -> inbox.newest(connection, tenant, reader, below, most));
    }

    @Override
    public List<StoredNotice> after(TenantKey tenant, UserId reader, long number, int most) {
        return database.transaction(
                "read an inbox", connection -> inbox.after(connection, tenant, reader, number, most));
    }

    @Override
    public Optional<StoredNotice> find(TenantKey tenant, UserId reader, String id) {
        return database.transaction("find a card", connection -> inbox.find(connection, tenant, reader, id));
    }

    @Override
    public void markRead(TenantKey tenant, UserId reader, String id, Instant at) {
        database.transaction("mark a card as read", connection -> inbox.markRead(connection, tenant, reader, id, at));
    }

    @Override
    public long newestNumber(TenantKey tenant) {
        return database.transaction("look for new cards", connection -> inbox.newestNumber(connection, tenant));
    }

    @Override
    public List<WaitingRequests> waitingRequests() {
        return database.transaction("look for waiting requests", digests::waiting);
    }

    @Override
    public boolean claimDigest(TenantKey tenant, LocalDate day, List<Notice> notices) {
        boolean claimed =
                database.transaction("write a digest", connection -> digests.claim(connection, tenant, day, notices));
        if (claimed) {
            database.outbox().add(News.cardsWritten(tenant));
        }
        return claimed;
    }

    @Override
    public void removeOlder(Instant before) {
        database.transaction("remove old cards", connection -> inbox.deleteOlder(connection, before));
    }
}
