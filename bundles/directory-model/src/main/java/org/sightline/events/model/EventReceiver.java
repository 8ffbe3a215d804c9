package org.sightline.events.model;

import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.directory.model.UserId;
import org.sightline.resources.model.Owner;

/**
 * Whom an event is for: an app, as itself or for a member.
 *
 * @param app  who is told
 * @param user for whom it subscribed; null when it did so as itself
 */
public record EventReceiver(AppId app, @Nullable UserId user) {

    /** Returns an app that subscribes as itself. */
    public static EventReceiver of(AppId app) {
        return new EventReceiver(app, null);
    }

    /** Returns as whom the app acts. */
    public Identity identity() {
        return user == null ? Identity.APP : Identity.USER;
    }

    /** Returns whose resources these events are about. */
    public Owner acting() {
        return user == null ? Owner.of(app) : Owner.of(user);
    }

    @Override
    public String toString() {
        return user == null ? app.value() : app + " for " + user;
    }
}
