package org.sightline.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Delivery;

/** Tells how cards fare on their way out. */
@ProviderType
public interface Deliveries {

    /** Returns the ids of the channels that are there, in order, the inbox excepted. */
    List<String> channels();

    /**
     * Returns deliveries, newest card first.
     *
     * @param tenant whose; null for those of all tenants
     * @param offset how many to pass over
     * @param most   how many at most
     */
    List<Delivery> list(@Nullable TenantKey tenant, int offset, int most);
}
