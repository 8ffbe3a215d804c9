package org.sightline.resources.internal.subscription;

import java.time.InstantSource;
import org.sightline.events.EventSubscriptions;
import org.sightline.resources.internal.Office;

/** Subscriptions in the office, for tests of other packages. */
public final class SubscriptionsOf {

    private SubscriptionsOf() {}

    public static EventSubscriptions office(Office office) {
        return new StoredSubscriptions(office.tenants, office.resources, (InstantSource) office);
    }
}
