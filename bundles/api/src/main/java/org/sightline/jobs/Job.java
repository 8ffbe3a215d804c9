package org.sightline.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/**
 * A piece of work at one moment.
 *
 * @param id        random
 * @param kind      what it does, such as {@code directory.import}
 * @param tenant    for whom; null for work that concerns the whole server
 * @param state     how far it is
 * @param progress  a count that grows while it runs, lines of an import say
 * @param startedAt when it began
 * @param result    what it gave back, or the problem it failed with; null while it runs
 */
public record Job(
        String id,
        String kind,
        @Nullable TenantKey tenant,
        State state,
        long progress,
        Instant startedAt,
        @Nullable Object result) {

    /** How far a job is. */
    public enum State {
        /** Not at its end. */
        RUNNING,
        /** Did what it should. */
        DONE,
        /** Gave up; the result is a {@link org.sightline.problem.Problem}. */
        FAILED
    }
}
