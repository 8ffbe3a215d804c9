package org.sightline.apps.internal.tokens;

import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;

/**
 * What a token opens: what is granted right now, as far as the token's scope goes.
 *
 * @param state       the apps at that moment; while it is the same, so are the permissions
 * @param permissions granted, and in the scope
 */
record Opened(AppState state, Set<PermissionName> permissions) {

    /**
     * Works out what a token opens.
     *
     * @param scope null for no limit
     */
    static Opened of(AppState state, AppId app, Identity identity, @Nullable Set<PermissionName> scope) {
        Set<PermissionName> granted = granted(state, app, identity);
        return new Opened(
                state,
                scope == null
                        ? granted
                        : granted.stream().filter(scope::contains).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns what an app is granted for an identity. */
    static Set<PermissionName> granted(AppState state, AppId app, Identity identity) {
        SortedMap<AppPermission, AppGrant> grants = state.grantsOf(app);
        return grants.keySet().stream()
                .filter(permission -> permission.identity() == identity)
                .map(AppPermission::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
