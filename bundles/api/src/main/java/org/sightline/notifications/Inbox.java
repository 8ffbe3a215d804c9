package org.sightline.notifications;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * The cards of each administrator. Who may look is the caller's business. Methods throw
 * {@link org.sightline.store.StoreUnavailableException} when the store cannot be reached.
 */
@ProviderType
public interface Inbox {

    /**
     * Returns a reader's cards, newest first.
     *
     * @param below only cards with smaller numbers; {@link Long#MAX_VALUE} for all
     * @param most  how many at most
     */
    List<Notification> newest(TenantSnapshot tenant, UserId reader, long below, int most);

    /**
     * Returns the cards that came after another one, oldest first.
     *
     * @param number of the card before; 0 for all
     * @param most   how many at most
     */
    List<Notification> after(TenantSnapshot tenant, UserId reader, long number, int most);

    /** Marks a card as read by a reader and returns it; empty when the reader has no such card. */
    Optional<Notification> read(TenantSnapshot tenant, UserId reader, String id);

    /** Returns the number of one of the reader's cards; empty when the reader has no such card. */
    OptionalLong number(TenantKey tenant, UserId reader, String id);

    /** Returns the number of the tenant's newest card; 0 when it has none. */
    long newestNumber(TenantKey tenant);

    /**
     * Tells of new cards of a tenant, on a thread that must not be held up, until the returned watch is closed or the
     * inbox ends.
     */
    Watch watch(TenantKey tenant, Watcher watcher);

    /** Somebody who waits for cards. */
    interface Watcher {

        /** There may be new cards; look with {@link #after}. */
        void somethingNew();

        /** Nobody will tell of cards any more. */
        void over();
    }

    /** Ends the telling. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
