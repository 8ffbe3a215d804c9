package org.sightline.testkit.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.store.NotificationStore;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustRequest;

/** Finds cards where they were committed; for tests. Safe for any number of threads. */
public final class InMemoryNotificationStore implements NotificationStore {

    private final InMemoryTenantStore tenants;
    private final InMemoryNotices notices;
    private final Map<TenantKey, LocalDate> digests = new HashMap<>();

    /** Creates the store beside the one that cards are committed to. */
    public InMemoryNotificationStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
        this.notices = tenants.notices();
        tenants.whenDropped(this::forget);
    }

    private synchronized void forget(TenantKey tenant) {
        digests.remove(tenant);
    }

    @Override
    public List<StoredNotice> newest(TenantKey tenant, UserId reader, long below, int most) {
        return of(tenant, reader, row -> row.number < below).stream()
                .sorted(Comparator.comparingLong(StoredNotice::number).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<StoredNotice> after(TenantKey tenant, UserId reader, long number, int most) {
        return of(tenant, reader, row -> row.number > number).stream()
                .limit(most)
                .toList();
    }

    @Override
    public Optional<StoredNotice> find(TenantKey tenant, UserId reader, String id) {
        return of(tenant, reader, row -> row.notice.id().equals(id)).stream().findFirst();
    }

    private List<StoredNotice> of(TenantKey tenant, UserId reader, Predicate<InMemoryNotices.Row> condition) {
        return notices
                .where(row ->
                        row.tenant.equals(tenant) && row.notice.recipients().contains(reader) && condition.test(row))
                .stream()
                .map(row -> new StoredNotice(row.number, row.notice.to(List.of()), row.isReadBy(reader)))
                .toList();
    }

    @Override
    public void markRead(TenantKey tenant, UserId reader, String id, Instant at) {
        notices.where(row -> row.tenant.equals(tenant) && row.notice.id().equals(id))
                .forEach(row -> row.read(reader));
    }

    @Override
    public long newestNumber(TenantKey tenant) {
        return notices.where(row -> row.tenant.equals(tenant)).stream()
                .mapToLong(row -> row.number)
                .max()
                .orElse(0);
    }

    @Override
    public List<WaitingRequests> waitingRequests() {
        List<WaitingRequests> waiting = new ArrayList<>();
        for (Tenant tenant : tenants.tenants()) {
            tenants.load(tenant.key())
                    .flatMap(state -> state.trust().requests().stream()
                            .filter(request -> request.state() == RequestState.PENDING
                                    && request.to().equals(tenant.key()))
                            .map(TrustRequest::createdAt)
                            .min(Comparator.naturalOrder()))
                    .ifPresent(since -> waiting.add(new WaitingRequests(tenant.key(), tenant.timeZone(), since)));
        }
        return waiting;
    }

    @Override
    public synchronized boolean claimDigest(TenantKey tenant, LocalDate day, List<Notice> cards) {
        @Nullable LocalDate last = digests.get(tenant);
        boolean isLater = last == null || last.isBefore(day);
        boolean wasWrongClock = last != null && last.isAfter(day.plusDays(MOST_DAYS_AHEAD));
        if (tenants.revision(tenant).isEmpty() || (!isLater && !wasWrongClock)) {
            return false;
        }
        digests.put(tenant, day);
        if (!isLater && isThere(tenant, cards)) {
            return false;
        }
        notices.add(tenant, cards);
        return true;
    }

    private boolean isThere(TenantKey tenant, List<Notice> cards) {
        return cards.stream().anyMatch(card -> !notices.where(row -> row.tenant.equals(tenant)
                        && row.notice.type() == card.type()
                        && row.notice.objectId().equals(card.objectId()))
                .isEmpty());
    }

    @Override
    public void removeOlder(Instant before) {
        notices.removeOlder(before);
    }
}
