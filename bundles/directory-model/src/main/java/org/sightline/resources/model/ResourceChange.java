package org.sightline.resources.model;

import org.jspecify.annotations.Nullable;

/**
 * One resource that is different in the next revision of its tenant.
 *
 * @param before null for a new one
 * @param after  null for one that is gone
 */
public record ResourceChange(
        @Nullable Resource before, @Nullable Resource after) {

    /**
     * Checks that it is about one resource.
     *
     * @throws IllegalArgumentException when it is about none or about two
     */
    public ResourceChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change of no resource");
        }
        if (before != null && after != null && !before.id().equals(after.id())) {
            throw new IllegalArgumentException("a change of two resources");
        }
    }

    /** Returns which resource. */
    public ResourceId id() {
        if (after != null) {
            return after.id();
        }
        if (before != null) {
            return before.id();
        }
        throw new IllegalStateException("a change of no resource");
    }
}
