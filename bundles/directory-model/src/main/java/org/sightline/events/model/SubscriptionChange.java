package org.sightline.events.model;

import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.UserId;

/** One thing that is different in the next state of a tenant's subscriptions. */
public sealed interface SubscriptionChange {

    /** A subscription; adds or replaces by id. */
    record Put(EventSubscription subscription) implements SubscriptionChange {}

    /** A subscription that is gone. */
    record Remove(String id) implements SubscriptionChange {}

    /**
     * All subscriptions of an app that is gone, or of one that a member lets act for them no more.
     *
     * @param app  the app
     * @param user the member; null for all that the app subscribed to
     */
    record RemoveAllOf(AppId app, @Nullable UserId user) implements SubscriptionChange {

        /** Whether a subscription is among them. */
        public boolean concerns(EventSubscription subscription) {
            EventReceiver receiver = subscription.receiver();
            return receiver.app().equals(app) && (user == null || user.equals(receiver.user()));
        }
    }
}
