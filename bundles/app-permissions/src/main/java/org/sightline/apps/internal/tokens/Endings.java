package org.sightline.apps.internal.tokens;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore.StoredAuthorization;

/**
 * Counts what has ended on this server, by app and by member, so that what is kept at hand of others stays. Each belongs
 * to one of a fixed number of stripes. An ending raises first the total and then the stripe.
 */
final class Endings {

    private static final int STRIPES = 4096;

    private final AtomicLong all = new AtomicLong();
    private final AtomicLongArray byStripe = new AtomicLongArray(STRIPES);

    /** Something of an app has ended; called after the store has let go. */
    void ofApp(TenantKey tenant, AppId app) {
        count(stripe(tenant, app));
    }

    /** Something of a member has ended; called after the store has let go. */
    void ofMember(TenantKey tenant, UserId user) {
        count(stripe(tenant, user));
    }

    private void count(int stripe) {
        all.incrementAndGet();
        byStripe.incrementAndGet(stripe);
    }

    /** Returns how much has ended altogether. */
    long total() {
        return all.get();
    }

    /** Returns how much has ended of whoever an authorization belongs to; equal again means nothing in between. */
    long of(StoredAuthorization authorization) {
        long ofApp = byStripe.get(stripe(authorization.tenant(), authorization.app()));
        UserId user = authorization.user();
        return user == null ? ofApp : ofApp + byStripe.get(stripe(authorization.tenant(), user));
    }

    private static int stripe(TenantKey tenant, Object id) {
        return Math.floorMod(31 * tenant.hashCode() + id.hashCode(), STRIPES);
    }
}
