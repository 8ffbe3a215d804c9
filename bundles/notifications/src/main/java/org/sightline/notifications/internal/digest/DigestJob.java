package org.sightline.notifications.internal.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.karaf.scheduler.Job;
import org.apache.karaf.scheduler.JobContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sightline.directory.Snapshots;
import org.sightline.notifications.internal.CommitBell;
import org.sightline.notifications.internal.NotificationSettings;
import org.sightline.store.NotificationStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Karaf's scheduler runs every ten seconds: digests that are due by the server's own clock, which tests may set
 * beside the machine's, and once a day the removal of old cards.
 */
@Component(
        service = Job.class,
        configurationPid = NotificationSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "scheduler.name=sightline-notifications",
            "scheduler.period:Long=10",
            "scheduler.concurrent:Boolean=false"
        })
public final class DigestJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

    private final DailyDigest digest;
    private final NotificationStore store;
    private final Clock clock;
    private final Duration kept;
    private Instant nextSweep = Instant.MIN;

    /** Creates the job. */
    @Activate
    public DigestJob(
            @Reference(name = "store") NotificationStore store,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "bell") CommitBell bell,
            @Reference(name = "clock") Clock clock,
            NotificationSettings settings) {
        if (settings.keep__days() < 1) {
            throw new IllegalArgumentException("keep_days must be at least 1");
        }
        this.store = store;
        this.clock = clock;
        this.kept = Duration.ofDays(settings.keep__days());
        this.digest = new DailyDigest(store, snapshots, clock, bell::ring);
    }

    @Override
    public synchronized void execute(JobContext context) {
        try {
            digest.run();
            Instant now = clock.instant();
            // A clock that was ahead and is right again must not put the next sweep off until then.
            if (!now.isBefore(nextSweep) || now.plus(BETWEEN_SWEEPS).isBefore(nextSweep)) {
                store.removeOlder(now.minus(kept));
                nextSweep = now.plus(BETWEEN_SWEEPS);
            }
        } catch (RuntimeException failure) {
            LOG.warn("cannot look for due digests; the next look is in ten seconds", failure);
        }
    }
}
