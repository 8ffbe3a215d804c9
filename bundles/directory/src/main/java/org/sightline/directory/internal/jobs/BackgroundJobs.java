package org.sightline.directory.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.metrics.Metric;
import org.sightline.metrics.MetricSource;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** A few threads and a short queue; what is over is refused, what is done is remembered for a day. */
@Component(
        service = {Jobs.class, MetricSource.class},
        immediate = true)
public final class BackgroundJobs implements Jobs, MetricSource {

    private static final int THREADS = 2;
    private static final int WAITING = 16;
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int MOST_REMEMBERED = 1000;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, RunningJob> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    /** Starts without jobs. */
    @Activate
    public BackgroundJobs(@Reference(name = "clock") Clock clock) {
        this.clock = clock;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "sightline-job");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Job start(String kind, @Nullable TenantKey tenant, Work work) {
        forgetOld();
        RunningJob job = new RunningJob(
                UUID.randomUUID().toString().replace("-", ""), kind, tenant, clock.instant(), work, clock);
        jobs.put(job.id(), job);
        try {
            threads.execute(job);
        } catch (RejectedExecutionException e) {
            jobs.remove(job.id());
            throw new ProblemException(
                    Problem.conflict(
                                    Codes.LIMIT_EXCEEDED,
                                    "too many jobs are running or waiting; start this one when one of them is done")
                            .with("limit", THREADS + WAITING),
                    e);
        }
        return job.now();
    }

    @Override
    public Optional<Job> find(TenantKey tenant, String id) {
        forgetOld();
        return Optional.ofNullable(jobs.get(id)).map(RunningJob::now).filter(job -> tenant.equals(job.tenant()));
    }

    @Override
    public List<Job> list() {
        forgetOld();
        return newestFirst().stream().map(RunningJob::now).toList();
    }

    @Override
    public List<Metric> read() {
        Map<Job.State, Long> counts = list().stream().collect(Collectors.groupingBy(Job::state, Collectors.counting()));
        return List.of(new Metric(
                "sightline_jobs",
                "Background jobs of the last day that this server remembers, by state.",
                Metric.Kind.GAUGE,
                Arrays.stream(Job.State.values())
                        .map(state -> new Metric.Sample(
                                Map.of("state", state.name().toLowerCase(Locale.ROOT)), counts.getOrDefault(state, 0L)))
                        .toList()));
    }

    private List<RunningJob> newestFirst() {
        List<RunningJob> all = new ArrayList<>(jobs.values());
        all.sort(RunningJob.NEWEST_FIRST);
        return all;
    }

    private void forgetOld() {
        Instant before = clock.instant().minus(MEMORY);
        jobs.values().removeIf(job -> job.endedBefore(before));
        if (jobs.size() > MOST_REMEMBERED) {
            newestFirst().stream()
                    .skip(MOST_REMEMBERED)
                    .filter(job -> job.endedBefore(Instant.MAX))
                    .forEach(job -> jobs.remove(job.id()));
        }
    }

    /** Lets running jobs come to their end for a while, then interrupts them. */
    @Deactivate
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
