package org.sightline.testkit.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Delivery;
import org.sightline.store.DeliveryStore;

/** Keeps cards on their way out in memory; for tests. Safe for any number of threads. */
public final class InMemoryDeliveryStore implements DeliveryStore {

    private final InMemoryTenantStore tenants;
    private final InMemoryNotices notices;
    private final Map<Key, Delivery> deliveries = new TreeMap<>();
    private final Map<TenantKey, StoredChannels> channels = new HashMap<>();

    /** Creates the store beside the one that cards are committed to. */
    public InMemoryDeliveryStore(InMemoryTenantStore tenants) {
        this.tenants = tenants;
        this.notices = tenants.notices();
        tenants.whenDropped(this::forget);
    }

    private synchronized void forget(TenantKey tenant) {
        deliveries.keySet().removeIf(key -> key.tenant().equals(tenant));
        channels.remove(tenant);
    }

    @Override
    public List<Outgoing> undispatched(int most) {
        return notices.where(row -> !row.isDispatched()).stream()
                .limit(most)
                .map(InMemoryDeliveryStore::outgoing)
                .toList();
    }

    private static Outgoing outgoing(InMemoryNotices.Row row) {
        return new Outgoing(row.tenant, row.number, row.notice);
    }

    @Override
    public synchronized boolean dispatch(TenantKey tenant, long number, Collection<String> to, Instant now) {
        Optional<InMemoryNotices.Row> row = notices.numbered(tenant, number);
        if (row.isEmpty() || !row.get().dispatch()) {
            return false;
        }
        for (String channel : to) {
            deliveries.put(
                    new Key(tenant, channel, number),
                    new Delivery(
                            tenant,
                            channel,
                            number,
                            row.get().notice.id(),
                            Delivery.State.PENDING,
                            0,
                            now,
                            now,
                            null,
                            null));
        }
        return true;
    }

    @Override
    public synchronized List<Receiver> dueReceivers(Instant now) {
        return due(now).map(delivery -> new Receiver(delivery.tenant(), delivery.channel()))
                .distinct()
                .toList();
    }

    @Override
    public synchronized List<Delivery> due(Receiver receiver, Instant now, int most) {
        return due(now).filter(delivery -> delivery.tenant().equals(receiver.tenant())
                        && delivery.channel().equals(receiver.channel()))
                .limit(most)
                .toList();
    }

    private Stream<Delivery> due(Instant now) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.nextAt() != null
                        && (!delivery.nextAt().isAfter(now) || delivery.nextAt().isAfter(now.plus(MOST_AHEAD))))
                .sorted(Comparator.comparing(Delivery::nextAt).thenComparing(Delivery::number));
    }

    @Override
    public synchronized Optional<Delivery> claim(Delivery delivery, Instant until) {
        Key key = Key.of(delivery);
        @Nullable Delivery present = deliveries.get(key);
        if (present == null
                || present.state() != Delivery.State.PENDING
                || !Objects.equals(present.nextAt(), delivery.nextAt())) {
            return Optional.empty();
        }
        Delivery claimed = delivery.claimed(until);
        deliveries.put(key, claimed);
        return Optional.of(claimed);
    }

    @Override
    public synchronized void settle(Delivery claimed, Delivery outcome) {
        deliveries.computeIfPresent(
                Key.of(claimed),
                (key, present) -> Objects.equals(present.nextAt(), claimed.nextAt()) ? outcome : present);
    }

    @Override
    public synchronized Optional<Instant> nextDue(Instant now) {
        return deliveries.values().stream()
                .map(Delivery::nextAt)
                .filter(Objects::nonNull)
                .filter(next -> next.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Outgoing> card(TenantKey tenant, long number) {
        return notices.numbered(tenant, number).map(InMemoryDeliveryStore::outgoing);
    }

    @Override
    public synchronized List<Delivery> deliveries(@Nullable TenantKey tenant, int offset, int most) {
        return deliveries.values().stream()
                .filter(delivery -> tenant == null || delivery.tenant().equals(tenant))
                .sorted(Comparator.comparingLong(Delivery::number).reversed().thenComparing(Delivery::channel))
                .skip(offset)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized Optional<StoredChannels> channels(TenantKey tenant) {
        return Optional.ofNullable(channels.get(tenant));
    }

    @Override
    public synchronized boolean putChannels(
            TenantKey tenant, @Nullable StoredChannels expected, StoredChannels chosen, AuditEntry entry) {
        if (tenants.revision(tenant).isEmpty() || !Objects.equals(channels.get(tenant), expected)) {
            return false;
        }
        channels.put(tenant, chosen);
        tenants.note(tenant, entry);
        return true;
    }

    private record Key(TenantKey tenant, String channel, long number) implements Comparable<Key> {

        static Key of(Delivery delivery) {
            return new Key(delivery.tenant(), delivery.channel(), delivery.number());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::tenant)
                    .thenComparing(Key::channel)
                    .thenComparingLong(Key::number)
                    .compare(this, other);
        }
    }
}
