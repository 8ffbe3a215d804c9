package org.sightline.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * Which audit entries are wanted; null members do not restrict.
 *
 * @param tenant   whose; null for the operator's log: what the operator, the console and the server did to tenants as
 *                 such (object kind {@code tenant}), also to those that are gone
 * @param from     not before
 * @param to       before
 * @param actorId  exactly this actor id
 * @param objectId exactly this object id
 * @param action   exactly this action
 * @param offset   how many of the newest to leave out
 * @param limit    how many at most
 */
public record AuditQuery(
        @Nullable TenantKey tenant,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actorId,
        @Nullable String objectId,
        @Nullable String action,
        int offset,
        int limit) {}
