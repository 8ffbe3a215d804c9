package org.sightline.apps;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.PermissionName;

/**
 * Tokens that were just handed out, the only time they are shown.
 *
 * @param accessToken  to call with
 * @param lifetime     how long that one lasts
 * @param permissions  what it opens at this moment
 * @param refreshToken to be exchanged for the next ones; null for an app that calls as itself
 */
public record IssuedTokens(
        String accessToken,
        Duration lifetime,
        Set<PermissionName> permissions,
        @Nullable String refreshToken) {

    /** Takes a copy of the permissions, in order. */
    public IssuedTokens {
        SortedSet<PermissionName> sorted = new TreeSet<>(permissions);
        permissions = Collections.unmodifiableSortedSet(sorted);
    }

    @Override
    public String toString() {
        return "IssuedTokens" + permissions;
    }
}
