package org.sightline.resources.model;

import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.directory.model.UserId;

/**
 * As whom a token acts, and so whose a thing is that was made with it: an app, or a member.
 *
 * @param kind an app or a member
 * @param id   of the app or the member
 */
public record Owner(Identity kind, String id) {

    /** Returns an app. */
    public static Owner of(AppId app) {
        return new Owner(Identity.APP, app.value());
    }

    /** Returns a member. */
    public static Owner of(UserId user) {
        return new Owner(Identity.USER, user.value());
    }

    /** Whether it is this member. */
    public boolean is(UserId user) {
        return kind == Identity.USER && id.equals(user.value());
    }

    @Override
    public String toString() {
        return kind.key() + "/" + id;
    }
}
