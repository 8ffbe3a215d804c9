package org.sightline.directory.internal.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on its way. */
final class RunningJob implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final AtomicLong COUNT = new AtomicLong();

    static final Comparator<RunningJob> NEWEST_FIRST =
            Comparator.comparingLong((RunningJob job) -> job.place).reversed();

    private final long place = COUNT.incrementAndGet();
    private final String id;
    private final String kind;
    private final @Nullable TenantKey tenant;
    private final Instant startedAt;
    private final Jobs.Work work;
    private final Clock clock;
    private final AtomicLong progress = new AtomicLong();
    private volatile @Nullable End end;

    /** How it ended. */
    private record End(Job.State state, Object result, Instant at) {}

    RunningJob(String id, String kind, @Nullable TenantKey tenant, Instant startedAt, Jobs.Work work, Clock clock) {
        this.id = id;
        this.kind = kind;
        this.tenant = tenant;
        this.startedAt = startedAt;
        this.work = work;
        this.clock = clock;
    }

    String id() {
        return id;
    }

    Job now() {
        @Nullable End ended = end;
        return ended == null
                ? new Job(id, kind, tenant, Job.State.RUNNING, progress.get(), startedAt, null)
                : new Job(id, kind, tenant, ended.state(), progress.get(), startedAt, ended.result());
    }

    boolean endedBefore(Instant instant) {
        @Nullable End ended = end;
        return ended != null && ended.at().isBefore(instant);
    }

    @Override
    public void run() {
        try {
            end(Job.State.DONE, work.run(progress::set));
        } catch (ProblemException e) {
            end(Job.State.FAILED, e.problem());
        } catch (Exception e) {
            LOG.error("job {} ({}) failed", id, kind, e);
            end(Job.State.FAILED, incident());
        } catch (Error e) {
            end(Job.State.FAILED, incident());
            throw e;
        }
    }

    private Problem incident() {
        return Problem.of(ProblemKind.UNAVAILABLE, Codes.INTERNAL, "the job failed; the server's log says why")
                .with("incident_id", id);
    }

    private void end(Job.State state, Object result) {
        end = new End(state, result, clock.instant());
    }
}
