package org.sightline.store;

import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Whoever keeps something of a store in memory and must hear when another server on the same database changes it. A
 * service of this type is found by itself; a store that no other server can use calls nobody.
 *
 * <p>News come within moments, on one thread, so a listener hands on and returns; what it throws is logged. News can get
 * lost, with the connection to the database for example, and so {@link #lookAgain()} is what makes sure.
 */
@ConsumerType
public interface StoreListener {

    /** A tenant was changed, created or dropped. */
    default void tenantMoved(TenantKey tenant) {}

    /** A tenant got cards. */
    default void cardsWritten(TenantKey tenant) {}

    /** One session of a member has ended, or all of them. */
    default void sessionsEnded(TenantKey tenant, UserId user) {}

    /**
     * Time to compare what is kept with the store, in one question. Called twice a second and after news may have been
     * missed, on another thread than the news.
     */
    default void lookAgain() {}
}
