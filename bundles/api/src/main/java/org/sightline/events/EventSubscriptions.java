package org.sightline.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.access.Caller;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.resources.model.ResourceId;

/** What apps want to be told of (docs/concepts.md, "Events"); an app knows of the subscriptions of one identity only. */
@ProviderType
public interface EventSubscriptions {

    /**
     * Subscribes, or returns the same subscription that there is.
     *
     * @param resource about which resource alone; null for everything within reach
     * @throws org.sightline.problem.ProblemException {@code permission_missing}; {@code forbidden} for events that the
     *     identity cannot have; {@code invalid} at {@code /resource_id} for a resource that the identity neither owns nor
     *     administers, or an event that is not about resources; {@code limit_exceeded}
     */
    Committed<Subscribed> subscribe(Caller.ByApp caller, EventType event, @Nullable ResourceId resource);

    /** Returns the caller's subscriptions, in order of creation. */
    List<EventSubscription> list(TenantSnapshot tenant, Caller.ByApp caller);

    /**
     * Ends a subscription; nothing more is delivered because of it.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    Committed<EventSubscription> cancel(Caller.ByApp caller, String id);

    /**
     * A subscription.
     *
     * @param subscription the subscription
     * @param fresh        whether it is new
     */
    record Subscribed(EventSubscription subscription, boolean fresh) {}
}
