package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AnswerStore;
import org.sightline.store.AnswerStore.KeptAnswer;

/** An idempotency key belongs to the first request that reserves it, until it is given back or grows old. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class AnswerStoreContract {

    private static final int REQUESTS = 8;
    private static final int ROUNDS = 5;
    private static final Instant NOW = Specimens.NOON;

    private String scope;

    /** Returns the store; may be the same for all tests, each uses a scope of its own. */
    protected abstract AnswerStore store();

    @BeforeEach
    void takeScope() {
        scope = "scope-" + TenantKey.random();
    }

    @Test
    void theFirstToReserveGetsTheKey() {
        assertThat(reserve("k")).isEmpty();
        assertThat(reserve("k")).contains(new KeptAnswer("digest", 0, "", "", NOW));
        assertThat(reserve("K")).isEmpty();
        assertThat(store().reserve(scope + "2", "k", "digest", NOW)).isEmpty();
    }

    @Test
    void aKeptAnswerComesBack() {
        String body = "{\"name\": \"山田 👩‍👩‍👧\"}".repeat(10_000);
        reserve("k");
        store().complete(scope, "k", 201, body, "/api/v1/tenants/t");

        assertThat(store().reserve(scope, "k", "another digest", NOW.plusSeconds(1)))
                .contains(new KeptAnswer("digest", 201, body, "/api/v1/tenants/t", NOW));
    }

    @Test
    void anAnswerMayBeEmpty() {
        reserve("k");
        store().complete(scope, "k", 204, "", "");

        assertThat(reserve("k")).contains(new KeptAnswer("digest", 204, "", "", NOW));
    }

    @Test
    void aReservationGivenBackIsFree() {
        reserve("k");
        store().release(scope, "k");

        assertThat(reserve("k")).isEmpty();
    }

    @Test
    void aKeptAnswerIsNotGivenBack() {
        reserve("k");
        store().complete(scope, "k", 201, "body", "");
        store().release(scope, "k");

        assertThat(reserve("k")).contains(new KeptAnswer("digest", 201, "body", "", NOW));
    }

    @Test
    void whatIsOldIsRemovedAnsweredOrNot() {
        reserve("answered");
        store().complete(scope, "answered", 201, "body", "");
        reserve("waiting");
        store().reserve(scope, "young", "digest", NOW.plusSeconds(1));

        store().removeOlder(NOW);
        assertThat(reserve("waiting")).isPresent();
        store().removeOlder(NOW.plusSeconds(1));
        assertThat(reserve("answered")).isEmpty();
        assertThat(reserve("waiting")).isEmpty();
        assertThat(reserve("young")).isPresent();
    }

    @Test
    void ofSeveralRequestsAtOnceExactlyOneGetsTheKey() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(REQUESTS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String key = "k" + round;
                List<Callable<Optional<KeptAnswer>>> requests = new ArrayList<>();
                for (int request = 0; request < REQUESTS; request++) {
                    requests.add(() -> reserve(key));
                }
                int owners = 0;
                for (Future<Optional<KeptAnswer>> outcome : pool.invokeAll(requests)) {
                    owners += outcome.get().isEmpty() ? 1 : 0;
                }
                assertThat(owners).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<KeptAnswer> reserve(String key) {
        return store().reserve(scope, key, "digest", NOW);
    }
}
