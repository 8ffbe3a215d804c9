package org.sightline.apps;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * What is true of a token that works.
 *
 * @param tenant      where it works
 * @param app         whose it is
 * @param user        for whom it works; null for the app itself
 * @param permissions what it opens right now, in order
 * @param refresh     whether it is good for the next tokens only, not to call with
 * @param issuedAt    when it was handed out
 * @param expiresAt   when it ends
 */
public record TokenFacts(
        TenantKey tenant,
        AppId app,
        @Nullable UserId user,
        Set<PermissionName> permissions,
        boolean refresh,
        Instant issuedAt,
        Instant expiresAt) {

    /** Takes a copy of the permissions. */
    public TokenFacts {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }
}
