package org.sightline.directory.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant lets the operator in (docs/concepts.md, "Roles").
 *
 * @param until the first instant at which it holds no more; null until it is taken back
 */
public record OperatorAccess(@Nullable Instant until) {

    /** Whether it holds at an instant. */
    public boolean holdsAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
