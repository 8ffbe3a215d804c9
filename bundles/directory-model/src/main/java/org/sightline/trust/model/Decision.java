package org.sightline.trust.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * How a request ended.
 *
 * @param at     when
 * @param by     the tenant that decided
 * @param actor  who there; known only in the deciding tenant's own copy, null in the other one
 * @param reason given to the other side; null for none
 */
public record Decision(
        Instant at,
        TenantKey by,
        @Nullable String actor,
        @Nullable String reason) {}
