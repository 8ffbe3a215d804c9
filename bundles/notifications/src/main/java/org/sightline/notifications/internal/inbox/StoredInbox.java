package org.sightline.notifications.internal.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.PublicAddress;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.Inbox;
import org.sightline.notifications.Notification;
import org.sightline.notifications.internal.CommitBell;
import org.sightline.notifications.internal.text.CardLinks;
import org.sightline.notifications.internal.text.CardTexts;
import org.sightline.notifications.model.Notice;
import org.sightline.store.NotificationStore;
import org.sightline.store.NotificationStore.StoredNotice;

/** The cards of the store in the words of their tenant. */
@Component(service = Inbox.class)
public final class StoredInbox implements Inbox {

    private final NotificationStore store;
    private final Clock clock;
    private final CardLinks links;
    private final CardTexts texts = new CardTexts();
    private final Watchers watchers;

    /** Opens the inboxes. */
    @Activate
    public StoredInbox(
            @Reference(name = "store") NotificationStore store,
            @Reference(name = "bell") CommitBell bell,
            @Reference(name = "address") PublicAddress address,
            @Reference(name = "clock") Clock clock) {
        this.store = store;
        this.clock = clock;
        this.links = new CardLinks(address.base());
        this.watchers = new Watchers(bell, store::newestNumber);
    }

    @Deactivate
    void stop() {
        watchers.close();
    }

    @Override
    public List<Notification> newest(TenantSnapshot tenant, UserId reader, long below, int most) {
        return shown(tenant, store.newest(key(tenant), reader, below, most));
    }

    @Override
    public List<Notification> after(TenantSnapshot tenant, UserId reader, long number, int most) {
        return shown(tenant, store.after(key(tenant), reader, number, most));
    }

    @Override
    public Optional<Notification> read(TenantSnapshot tenant, UserId reader, String id) {
        store.markRead(key(tenant), reader, id, clock.instant());
        return store.find(key(tenant), reader, id)
                .map(found -> shown(tenant.directory().tenant(), found));
    }

    @Override
    public OptionalLong number(TenantKey tenant, UserId reader, String id) {
        return store.find(tenant, reader, id).stream()
                .mapToLong(StoredNotice::number)
                .findFirst();
    }

    @Override
    public long newestNumber(TenantKey tenant) {
        return store.newestNumber(tenant);
    }

    @Override
    public Watch watch(TenantKey tenant, Watcher watcher) {
        return watchers.add(tenant, watcher);
    }

    private static TenantKey key(TenantSnapshot tenant) {
        return tenant.directory().tenant().key();
    }

    private List<Notification> shown(TenantSnapshot tenant, List<StoredNotice> found) {
        return found.stream()
                .map(each -> shown(tenant.directory().tenant(), each))
                .toList();
    }

    private Notification shown(Tenant tenant, StoredNotice stored) {
        Notice notice = stored.notice();
        Locale locale = tenant.locale();
        return new Notification(
                stored.number(),
                notice.id(),
                notice.type(),
                notice.createdAt(),
                stored.read(),
                texts.title(notice, locale),
                texts.text(notice, locale),
                links.of(tenant.key(), notice),
                notice.objectKind(),
                notice.objectId());
    }
}
