package org.sightline.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.directory.model.TenantKey;

/** Runs work in the background and remembers how it went, for a day or until the server stops. */
@ProviderType
public interface Jobs {

    /**
     * Starts work.
     *
     * @param kind   what it does, such as {@code directory.import}
     * @param tenant for whom; null for work that concerns the whole server
     * @throws org.sightline.problem.ProblemException {@code limit_exceeded} when too many jobs are running
     */
    Job start(String kind, @Nullable TenantKey tenant, Work work);

    /** Returns a tenant's job; empty for an unknown id and for another tenant's job. */
    Optional<Job> find(TenantKey tenant, String id);

    /** Returns all jobs that are remembered, newest first. */
    List<Job> list();

    /** What a job does. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @param progress to be told a growing count
         * @return the job's result
         * @throws Exception when it fails; a {@link org.sightline.problem.ProblemException} becomes the result
         */
        Object run(LongConsumer progress) throws Exception;
    }
}
