package org.sightline.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;

/**
 * Durable cards, which commits bring ({@link TenantCommit#notices()}), and the daily digest. Throws
 * {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface NotificationStore {

    /**
     * Returns a reader's cards, newest first.
     *
     * @param below only cards with smaller numbers
     */
    List<StoredNotice> newest(TenantKey tenant, UserId reader, long below, int most);

    /**
     * Returns a reader's cards with larger numbers, oldest first. Numbers of one tenant become visible in their order,
     * so a reader who remembers the last one misses nothing.
     */
    List<StoredNotice> after(TenantKey tenant, UserId reader, long number, int most);

    /** Returns one of a reader's cards; empty when the reader has no such card. */
    Optional<StoredNotice> find(TenantKey tenant, UserId reader, String id);

    /** Marks a card as read; a card that was read before keeps the earlier time. */
    void markRead(TenantKey tenant, UserId reader, String id, Instant at);

    /** Returns the number of the tenant's newest card; 0 when it has none. */
    long newestNumber(TenantKey tenant);

    /** Returns the tenants in which requests of others for trust are pending. */
    List<WaitingRequests> waitingRequests();

    /**
     * How many days a digest may be ahead of the one being written and still count: a tenant may move to a time zone
     * where it is a day earlier. One that is further ahead was written by a clock that was wrong.
     */
    int MOST_DAYS_AHEAD = 2;

    /**
     * Writes the cards of a day's digest, unless the tenant had one for this day or a later one; claim and cards are one
     * transaction. A later one that is more than {@link #MOST_DAYS_AHEAD} days ahead does not count, so that a clock
     * which was ahead for a while ends nobody's digests; the same card is not written again then. Of several callers
     * exactly one gets true.
     *
     * @return whether the cards were written; false also for an unknown tenant
     */
    boolean claimDigest(TenantKey tenant, LocalDate day, List<Notice> notices);

    /** Removes cards that were made before an instant, with their deliveries. */
    void removeOlder(Instant before);

    /**
     * A card as stored.
     *
     * @param number grows from card to card of a tenant
     * @param notice without its recipients
     * @param read   whether the reader has read it
     */
    record StoredNotice(long number, Notice notice, boolean read) {}

    /**
     * A tenant that has been asked for trust and has not decided.
     *
     * @param tenant   which one
     * @param timeZone its time zone
     * @param since    when the oldest of the pending requests came
     */
    record WaitingRequests(TenantKey tenant, ZoneId timeZone, Instant since) {}
}
