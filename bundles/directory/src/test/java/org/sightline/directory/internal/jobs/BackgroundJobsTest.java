package org.sightline.directory.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sightline.problem.ProblemKind.CONFLICT;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.internal.Refused;
import org.sightline.directory.model.TenantKey;
import org.sightline.jobs.Job;
import org.sightline.problem.Problem;

class BackgroundJobsTest {

    private static final TenantKey ACME = new TenantKey("acme");

    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final BackgroundJobs jobs = new BackgroundJobs(clock(() -> now));
    private final CountDownLatch goOn = new CountDownLatch(1);

    private static Clock clock(InstantSource source) {
        return new Clock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        jobs.stop();
    }

    private Job ended(String id) {
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> jobs.find(ACME, id).orElseThrow().state() != Job.State.RUNNING);
        return jobs.find(ACME, id).orElseThrow();
    }

    private Object waitToGoOn() throws InterruptedException {
        assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
        return "went on";
    }

    @Test
    void aJobTellsHowFarItIsAndWhatCameOfIt() {
        Job started = jobs.start("directory.import", ACME, progress -> {
            progress.accept(42);
            return waitToGoOn();
        });
        assertThat(started.kind()).isEqualTo("directory.import");
        assertThat(started.startedAt()).isEqualTo(now);
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> jobs.find(ACME, started.id()).orElseThrow().progress() == 42);
        assertThat(jobs.find(ACME, started.id()).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
        goOn.countDown();
        assertThat(ended(started.id())).extracting(Job::state, Job::result).containsExactly(Job.State.DONE, "went on");
    }

    @Test
    void aJobThatFailsSaysWhyButNoSecrets() {
        Problem refusal = Problem.notFound("no such thing");
        Job refused = jobs.start("a", ACME, progress -> {
            throw refusal.exception();
        });
        Job broken = jobs.start("b", ACME, progress -> {
            throw new IOException("password of the database");
        });
        assertThat(ended(refused.id())).extracting(Job::state, Job::result).containsExactly(Job.State.FAILED, refusal);
        assertThat(ended(broken.id()).result()).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("internal");
            assertThat(problem.detail()).doesNotContain("password");
            assertThat(problem.members()).containsEntry("incident_id", broken.id());
        });
    }

    @Test
    void jobsOfOthersDoNotExist() {
        Job job = jobs.start("a", ACME, progress -> 1);
        Job server = jobs.start("b", null, progress -> 1);
        assertThat(jobs.find(new TenantKey("globex"), job.id())).isEmpty();
        assertThat(jobs.find(ACME, server.id())).isEmpty();
        assertThat(jobs.find(ACME, "unknown")).isEmpty();
        assertThat(jobs.list()).extracting(Job::id).containsExactly(server.id(), job.id());
    }

    @Test
    void tooManyAreRefused() {
        List<Job> started = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            started.add(jobs.start("a", ACME, progress -> waitToGoOn()));
        }
        Refused.when(() -> jobs.start("a", ACME, progress -> 1)).as(CONFLICT, "limit_exceeded");
        goOn.countDown();
        started.forEach(job -> assertThat(ended(job.id()).state()).isEqualTo(Job.State.DONE));
        assertThat(jobs.list()).hasSize(18);
    }

    @Test
    void whatIsDoneIsRememberedForADay() {
        Job done = jobs.start("a", ACME, progress -> 1);
        ended(done.id());
        Job running = jobs.start("b", ACME, progress -> waitToGoOn());
        now = now.plus(Duration.ofDays(1));
        assertThat(jobs.find(ACME, done.id())).isPresent();
        now = now.plusMillis(1);
        assertThat(jobs.find(ACME, done.id())).isEmpty();
        assertThat(jobs.list()).extracting(Job::id).containsExactly(running.id());
    }
}
