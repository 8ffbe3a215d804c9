package org.sightline.upkeep.internal.compaction;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.problem.ProblemException;
import org.sightline.upkeep.Compaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacts once a day, as a job; several servers on one database do it one after the other or at once, to the same end. */
@Component(
        service = {},
        immediate = true)
public final class DailyCompaction {

    private static final Logger LOG = LoggerFactory.getLogger(DailyCompaction.class);

    /** A server that has just started has more urgent things to do. */
    private static final long MINUTES_BEFORE_FIRST = 30;

    private static final long MINUTES_BETWEEN = TimeUnit.DAYS.toMinutes(1);

    private final Compaction compaction;
    private final Jobs jobs;
    private final ScheduledExecutorService timer;

    /** Begins to wait for the first time. */
    @Activate
    public DailyCompaction(@Reference(name = "compaction") Compaction compaction, @Reference(name = "jobs") Jobs jobs) {
        this.compaction = compaction;
        this.jobs = jobs;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sightline-compaction");
            thread.setDaemon(true);
            return thread;
        });
        var unused = timer.scheduleWithFixedDelay(this::start, MINUTES_BEFORE_FIRST, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    void start() {
        try {
            Job started = jobs.start("history.compact", null, compaction::run);
            LOG.debug("the day's compaction is job {}", started.id());
        } catch (ProblemException refusal) {
            LOG.warn("the day's compaction cannot begin: {}", refusal.problem().detail());
        }
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }
}
