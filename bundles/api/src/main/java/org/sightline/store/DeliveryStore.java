package org.sightline.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Delivery;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.TenantChannels;

/**
 * Cards on their way out, and by which channels tenants want them. Several servers may share a store; whoever claims does
 * the work. Throws {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface DeliveryStore {

    /**
     * How far ahead a next attempt may be; pauses are much shorter. What lies further ahead was put off by a clock that was
     * wrong, and is due now.
     */
    Duration MOST_AHEAD = Duration.ofDays(1);

    /** Returns cards that nobody has handed to channels yet, oldest first, over all tenants. */
    List<Outgoing> undispatched(int most);

    /**
     * Hands a card to channels: for each a pending delivery that may be tried at once. One transaction; of several
     * callers exactly one gets true.
     */
    boolean dispatch(TenantKey tenant, long number, Collection<String> channels, Instant now);

    /** Returns for whom something is due, over all tenants, whoever waits longest first. */
    List<Receiver> dueReceivers(Instant now);

    /** Returns what is due for a receiver, in the order of the next attempts and then of the cards. */
    List<Delivery> due(Receiver receiver, Instant now, int most);

    /**
     * Takes a delivery that is due, so that nobody else tries it before a deadline; when we do not come back by then, it
     * is due again.
     *
     * @return the delivery as claimed; empty when somebody else has it, or it has ended
     */
    Optional<Delivery> claim(Delivery delivery, Instant until);

    /** Keeps how an attempt ended; does nothing when the delivery is gone or somebody else has claimed it since. */
    void settle(Delivery claimed, Delivery outcome);

    /** Returns when the next delivery is due that is not due yet; empty when there is none. */
    Optional<Instant> nextDue(Instant now);

    /** Returns a card with its recipients; empty when it is gone. */
    Optional<Outgoing> card(TenantKey tenant, long number);

    /**
     * Returns deliveries, newest card first.
     *
     * @param tenant whose; null for those of all tenants
     */
    List<Delivery> deliveries(@Nullable TenantKey tenant, int offset, int most);

    /** Returns a tenant's choice of channels; empty when it made none. */
    Optional<StoredChannels> channels(TenantKey tenant);

    /**
     * Keeps a tenant's choice with its audit entry, in one transaction.
     *
     * @param expected what was stored when the change was decided; null for none
     * @return false when something else is stored by now, or the tenant is gone; then nothing was changed
     */
    boolean putChannels(TenantKey tenant, @Nullable StoredChannels expected, StoredChannels channels, AuditEntry entry);

    /**
     * A card of a tenant.
     *
     * @param tenant whose
     * @param number grows from card to card of the tenant
     * @param notice with its recipients
     */
    record Outgoing(TenantKey tenant, long number, Notice notice) {}

    /** One tenant on one channel: what goes there goes in order. */
    record Receiver(TenantKey tenant, String channel) {}

    /**
     * A tenant's choice of channels as stored.
     *
     * @param channels     the choice
     * @param sealedSecret what signs webhook posts, sealed; null when there is no webhook
     */
    record StoredChannels(TenantChannels channels, @Nullable String sealedSecret) {}
}
