package org.sightline.apps.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The task of deciding on what a version asks for; the decisions stand in the version.
 *
 * @param id        over the whole server
 * @param app       whose version it is
 * @param version   which version
 * @param createdAt when it was opened
 * @param closedAt  when nothing was left to decide; null while it is open
 */
public record AppReview(
        String id,
        AppId app,
        String version,
        Instant createdAt,
        @Nullable Instant closedAt) {

    /** Whether something waits. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Returns the review as it ended. */
    public AppReview closed(Instant at) {
        return new AppReview(id, app, version, createdAt, at);
    }
}
