package org.sightline.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;

/** The cards of all tenants, which several stores look at. */
final class InMemoryNotices {

    private final List<Row> rows = new ArrayList<>();
    private long last;

    /** A card, whom it was read by, and whether it was handed to channels. */
    static final class Row {

        final TenantKey tenant;
        final long number;
        final Notice notice;
        private final Set<UserId> readers = new HashSet<>();
        private boolean dispatched;

        Row(TenantKey tenant, long number, Notice notice) {
            this.tenant = tenant;
            this.number = number;
            this.notice = notice;
        }

        synchronized void read(UserId reader) {
            readers.add(reader);
        }

        synchronized boolean isReadBy(UserId reader) {
            return readers.contains(reader);
        }

        synchronized boolean dispatch() {
            boolean ours = !dispatched;
            dispatched = true;
            return ours;
        }

        synchronized boolean isDispatched() {
            return dispatched;
        }
    }

    synchronized void add(TenantKey tenant, List<Notice> notices) {
        notices.forEach(notice -> rows.add(new Row(tenant, ++last, notice)));
    }

    synchronized void drop(TenantKey tenant) {
        rows.removeIf(row -> row.tenant.equals(tenant));
    }

    synchronized void removeOlder(Instant before) {
        rows.removeIf(row -> row.notice.createdAt().isBefore(before));
    }

    /** Returns cards, oldest first. */
    synchronized List<Row> where(Predicate<Row> condition) {
        return rows.stream().filter(condition).toList();
    }

    Optional<Row> numbered(TenantKey tenant, long number) {
        return where(row -> row.tenant.equals(tenant) && row.number == number).stream()
                .findFirst();
    }
}
