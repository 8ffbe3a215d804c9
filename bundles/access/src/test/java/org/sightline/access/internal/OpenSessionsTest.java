package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.access.internal.ProblemAssertions.problemOf;
import static org.sightline.access.internal.StoredDirectory.ACME;
import static org.sightline.access.internal.StoredDirectory.ANNA;
import static org.sightline.access.internal.StoredDirectory.BEN;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.store.SessionStore;
import org.sightline.store.StoreUnavailableException;

class OpenSessionsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FragileStore store = new FragileStore();
    private final OpenSessions sessions = new OpenSessions(store);

    @Test
    void asksTheStoreOnceForASessionInUse() {
        store.put(session("a", ANNA));
        for (int each = 0; each < 100; each++) {
            assertThat(sessions.find("a")).isPresent();
        }
        assertThat(store.finds).isEqualTo(1);
    }

    @Test
    void forgetsAllOfAMemberAndNobodyElse() {
        store.put(session("a", ANNA));
        store.put(session("b", ANNA));
        store.put(session("c", BEN));
        List.of("a", "b", "c").forEach(sessions::find);
        sessions.endAll(ACME, ANNA);
        assertThat(sessions.find("a")).isEmpty();
        assertThat(sessions.find("b")).isEmpty();
        assertThat(sessions.find("c")).isPresent();
    }

    @Test
    void forgetsWhatAnotherServerEnded() {
        store.put(session("a", ANNA));
        store.put(session("b", ANNA));
        store.put(session("c", BEN));
        List.of("a", "b", "c").forEach(sessions::find);

        store.remove("a");
        assertThat(sessions.find("a")).as("nobody has told us").isPresent();
        sessions.endedElsewhere(ACME, ANNA);
        assertThat(sessions.find("a")).isEmpty();
        assertThat(sessions.find("b")).isPresent();

        store.remove("b");
        store.remove("c");
        sessions.lookAgain();
        assertThat(sessions.find("b")).isEmpty();
        assertThat(sessions.find("c")).isEmpty();
        sessions.lookAgain();
    }

    /** The session ends while a request is reading it: the next request must not find it. */
    @Test
    void keepsNothingAtHandThatEndedWhileItWasRead() {
        store.put(session("a", ANNA));
        store.afterFind = () -> sessions.endAll(ACME, ANNA);
        sessions.find("a");
        assertThat(sessions.find("a")).isEmpty();
        store.put(session("b", BEN));
        store.afterFind = () -> sessions.end("b");
        sessions.find("b");
        assertThat(sessions.find("b")).isEmpty();
    }

    @Test
    void findsNothingAfterTheEndHoweverManyAsk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 2000; round++) {
                String digest = "round-" + round;
                store.put(session(digest, ANNA));
                AtomicBoolean ended = new AtomicBoolean();
                List<Future<Boolean>> readers = new ArrayList<>();
                for (int reader = 0; reader < 2; reader++) {
                    readers.add(threads.submit(() -> foundAfterTheEnd(digest, ended)));
                }
                if (round % 2 == 0) {
                    sessions.end(digest);
                } else {
                    sessions.endAll(ACME, ANNA);
                }
                ended.set(true);
                for (Future<Boolean> reader : readers) {
                    assertThat(reader.get())
                            .as("found after its end in round " + round)
                            .isFalse();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        store.away = true;
        assertThat(problemOf(() -> sessions.find("a")).code()).isEqualTo(Codes.UNAVAILABLE);
        assertThat(problemOf(() -> sessions.put(session("a", ANNA))).code()).isEqualTo(Codes.UNAVAILABLE);
        assertThat(problemOf(() -> sessions.end("a")).code()).isEqualTo(Codes.UNAVAILABLE);
        assertThat(problemOf(() -> sessions.endAll(ACME, ANNA)).code()).isEqualTo(Codes.UNAVAILABLE);
        assertThat(problemOf(() -> sessions.passwordHash(ACME, ANNA)).code()).isEqualTo(Codes.UNAVAILABLE);
    }

    @Test
    void whoWasSignedInStaysSoWhileTheDatabaseIsAway() {
        FakeTime time = new FakeTime();
        OpenSessions sessions = new OpenSessions(store, time);
        store.put(session("a", ANNA));
        store.put(session("b", BEN));
        List.of("a", "b").forEach(sessions::find);
        store.away = true;
        time.forward(Duration.ofMinutes(30));
        assertThat(sessions.find("a")).isPresent();
        sessions.endedElsewhere(ACME, ANNA);
        assertThat(problemOf(() -> sessions.find("a")).code()).isEqualTo(Codes.UNAVAILABLE);
        assertThat(sessions.find("b")).isPresent();

        store.away = false;
        store.remove("b");
        assertThat(sessions.find("b")).as("ended as the database knows").isEmpty();
        store.away = true;
        assertThat(problemOf(() -> sessions.find("b")).code()).isEqualTo(Codes.UNAVAILABLE);
    }

    @Test
    void anHourWithoutDatabaseIsTheMost() {
        FakeTime time = new FakeTime();
        OpenSessions sessions = new OpenSessions(store, time);
        store.put(session("a", ANNA));
        sessions.find("a");
        store.away = true;
        time.forward(Duration.ofMinutes(61));
        assertThat(problemOf(() -> sessions.find("a")).code()).isEqualTo(Codes.UNAVAILABLE);
    }

    /** A ticker that stands still unless it is moved. */
    private static final class FakeTime implements Ticker {

        private long nanos;

        void forward(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long read() {
            return nanos;
        }
    }

    @Test
    void sweepsWhatHasExpiredAndOutlivesADatabaseThatIsAway() {
        MovableClock clock = new MovableClock();
        ExpiredSessionSweep sweep = new ExpiredSessionSweep(store, clock);
        try {
            store.put(session("a", ANNA));
            store.away = true;
            sweep.sweep();
            store.away = false;
            sweep.sweep();
            assertThat(store.find("a")).isPresent();
            clock.forward(Duration.ofDays(1));
            sweep.sweep();
            assertThat(store.find("a")).isEmpty();
        } finally {
            sweep.stop();
        }
    }

    private boolean foundAfterTheEnd(String digest, AtomicBoolean ended) {
        boolean after;
        boolean found;
        do {
            after = ended.get();
            found = sessions.find(digest).isPresent();
        } while (!after);
        return found;
    }

    private static SessionStore.StoredSession session(String digest, UserId user) {
        return new SessionStore.StoredSession(digest, ACME, user, NOON, NOON.plus(Duration.ofHours(12)));
    }

    /** A store that can be away, and in which things happen between reading and answering. */
    private static final class FragileStore implements SessionStore {

        private final Map<String, StoredSession> kept = new ConcurrentHashMap<>();
        private volatile Runnable afterFind = () -> {};
        private volatile boolean away;
        private volatile int finds;

        @Override
        public Optional<String> passwordHash(TenantKey tenant, UserId user) {
            requireReachable();
            return Optional.empty();
        }

        @Override
        public void put(StoredSession session) {
            requireReachable();
            kept.put(session.digest(), session);
        }

        @Override
        public synchronized Optional<StoredSession> find(String digest) {
            requireReachable();
            finds++;
            Optional<StoredSession> found = Optional.ofNullable(kept.get(digest));
            Runnable once = afterFind;
            afterFind = () -> {};
            once.run();
            return found;
        }

        @Override
        public Set<String> present(Set<String> digests) {
            requireReachable();
            return digests.stream().filter(kept::containsKey).collect(Collectors.toSet());
        }

        @Override
        public void remove(String digest) {
            requireReachable();
            kept.remove(digest);
        }

        @Override
        public void removeAll(TenantKey tenant, UserId user) {
            requireReachable();
            kept.values().removeIf(session -> session.user().equals(user));
        }

        @Override
        public void removeExpired(Instant before) {
            requireReachable();
            kept.values().removeIf(session -> session.expiresAt().isBefore(before));
        }

        private void requireReachable() {
            if (away) {
                throw new StoreUnavailableException("away", new IllegalStateException("test"));
            }
        }
    }
}
