package org.sightline.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log: written in the transaction of the change it tells of.
 *
 * @param at         when
 * @param actor      who
 * @param action     what, such as {@code user.update}
 * @param objectKind what sort of thing, such as {@code user}
 * @param objectId   which one
 * @param before     the value before, a word of the model; null for something new. Never holds a secret
 * @param after      the value after; null for something that is gone. Never holds a secret
 * @param revision   the tenant's revision the change made
 */
public record AuditEntry(
        Instant at,
        Actor actor,
        String action,
        String objectKind,
        String objectId,
        @Nullable Object before,
        @Nullable Object after,
        long revision) {}
