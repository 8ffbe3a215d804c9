package org.sightline.apps.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sightline.directory.model.UserId;

/**
 * That a member lets an app act for them; it stays until the member takes it back.
 *
 * @param user        the member
 * @param app         the app
 * @param permissions all that the member has agreed to, in order
 * @param agreedAt    when last
 */
public record AppConsent(UserId user, AppId app, Set<PermissionName> permissions, Instant agreedAt) {

    /** Takes a copy of the permissions and puts them in order. */
    public AppConsent {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }
}
