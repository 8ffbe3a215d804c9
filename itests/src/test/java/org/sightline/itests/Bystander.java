package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** Somebody who asks and changes something else all the time, while others have to do with a plug-in that misbehaves. */
final class Bystander implements AutoCloseable {

    private final Tenant tenant;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Waited> waited;

    /**
     * How long answers took.
     *
     * @param answers how many there were, all of them right
     * @param longest the slowest of them
     */
    private record Waited(int answers, Duration longest) {

        private Waited and(long nanos) {
            Duration took = Duration.ofNanos(nanos);
            return new Waited(answers + 1, took.compareTo(longest) > 0 ? took : longest);
        }
    }

    /** Begins, on one tenant. */
    Bystander(Tenant tenant) {
        this.tenant = tenant;
        waited = CompletableFuture.supplyAsync(this::askAndChange);
    }

    private Waited askAndChange() {
        Waited all = new Waited(0, Duration.ZERO);
        while (!over.get()) {
            long begin = System.nanoTime();
            tenant.primary()
                    .post(
                            tenant.path() + "/visibility/verify",
                            Json.of("{'subject_user_id':'%1$s','object_user_id':'%1$s'}", Tenant.PRIMARY))
                    .expect(200);
            long asked = System.nanoTime();
            tenant.primary()
                    .patch(
                            tenant.path() + "/users/" + Tenant.PRIMARY,
                            Json.of("{'job_title':'number %d'}", all.answers()))
                    .expect(200);
            all = all.and(asked - begin).and(System.nanoTime() - asked);
        }
        return all;
    }

    /** Ends it; no answer may have taken as long as this. */
    void waitedLessThan(Duration limit) {
        over.set(true);
        Waited all = waited.join();
        assertThat(all.answers()).as("answers meanwhile").isPositive();
        assertThat(all.longest()).as("the slowest of %d answers", all.answers()).isLessThan(limit);
    }

    @Override
    public void close() {
        over.set(true);
    }
}
