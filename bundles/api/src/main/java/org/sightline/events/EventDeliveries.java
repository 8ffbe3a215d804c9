package org.sightline.events;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.access.Caller;
import org.sightline.directory.TenantSnapshot;
import org.sightline.events.model.EventDelivery;

/**
 * The log of what apps were told (docs/concepts.md, "Deliveries"). An app as itself knows of everything it was told; for
 * a member, of what it was told for that member. Methods throw {@code unavailable} when the store cannot be reached.
 */
@ProviderType
public interface EventDeliveries {

    /**
     * Returns deliveries, newest first.
     *
     * @param below only with smaller numbers
     */
    List<EventDelivery> list(TenantSnapshot tenant, Caller.ByApp caller, long below, int most);

    /**
     * Puts an event on its way again, whatever became of it.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    EventDelivery redeliver(TenantSnapshot tenant, Caller.ByApp caller, String id);
}
