package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.SessionStore.StoredSession;
import org.sightline.store.StateChange;
import org.sightline.store.StoreListener;
import org.sightline.store.TenantCommit;

/** Two servers on one database: each hears what the other did, and looks again when it may have missed something. */
@EnabledIfSystemProperty(named = "sightline.test.database", matches = "postgresql")
final class PostgresNewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long NEVER = Duration.ofHours(1).toMillis();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final TenantKey tenant = TenantKey.random();
    private final Recorder own = new Recorder();
    private final Recorder others = new Recorder();
    private Database elsewhere;
    private Newsroom here;
    private Newsroom there;

    @BeforeEach
    void open() {
        elsewhere = TestDatabase.open(DATABASE.url());
        here = new Newsroom(DATABASE.get(), NEVER);
        there = new Newsroom(elsewhere, NEVER);
        here.addListener(own);
        there.addListener(others);
        await("both listen").atMost(PATIENCE).until(() -> listeners().size() == 2);
        await("the look that listening begins with").atMost(PATIENCE).until(() -> others.looks.get() > 0);
    }

    @AfterEach
    void close() {
        here.stop();
        there.stop();
        elsewhere.close();
    }

    @Test
    void othersHearWhatHappenedAndNobodyHearsOfThemselves() {
        JdbcTenantStore store = new JdbcTenantStore(DATABASE.get());
        JdbcSessionStore sessions = new JdbcSessionStore(DATABASE.get());
        store.commit(List.of(new TenantCommit(tenant, 0, List.of(created()), List.of())));
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        sessions.put(new StoredSession("d-" + tenant, tenant, new UserId("anna"), now, now.plusSeconds(60)));
        sessions.remove("d-" + tenant);
        sessions.remove("unknown");
        sessions.removeAll(tenant, new UserId("ben"));

        await("the news").atMost(PATIENCE).until(() -> others.heard.size() == 3);
        assertThat(others.heard)
                .containsExactly("moved " + tenant, "ended " + tenant + " anna", "ended " + tenant + " ben");
        new JdbcTenantStore(elsewhere).commit(List.of(new TenantCommit(tenant, 1, List.of(created()), List.of())));
        await("the answer").atMost(PATIENCE).until(() -> own.heard.contains("moved " + tenant));
        assertThat(own.heard).hasSize(1);
    }

    @Test
    void whoeverLostTheConnectionLooksAgainAndHearsTheNext() throws SQLException {
        int looks = others.looks.get();
        for (int process : listeners()) {
            end(process);
        }
        await("listening again")
                .atMost(PATIENCE)
                .until(() -> others.looks.get() > looks && listeners().size() == 2);
        new JdbcTenantStore(DATABASE.get()).commit(List.of(new TenantCommit(tenant, 0, List.of(created()), List.of())));
        await("the news").atMost(PATIENCE).until(() -> others.heard.contains("moved " + tenant));
    }

    @Test
    void looksAgainFromTimeToTimeWhateverIsHeard() {
        Recorder third = new Recorder();
        Newsroom impatient = new Newsroom(elsewhere, 50);
        try {
            impatient.addListener(new Failing());
            impatient.addListener(third);
            await("looks").atMost(PATIENCE).until(() -> third.looks.get() > 5);
        } finally {
            impatient.stop();
        }
    }

    private StateChange created() {
        return new StateChange.PutTenant(
                new Tenant(tenant, "Nordwind", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true));
    }

    /** Returns the processes of the database that only listen. */
    private static List<Integer> listeners() {
        return DATABASE.get().transaction("find listeners", connection -> {
            List<Integer> processes = new CopyOnWriteArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                            "select pid from pg_stat_activity where query = 'listen sightline'"
                                    + " and datname = current_database()");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    processes.add(rows.getInt(1));
                }
            }
            return processes;
        });
    }

    private static void end(int process) throws SQLException {
        try (Connection connection = DATABASE.get().connectBesidePool();
                PreparedStatement statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
            statement.setInt(1, process);
            assertThat(statement.execute()).isTrue();
        }
    }

    private static final class Recorder implements StoreListener {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public void tenantMoved(TenantKey moved) {
            heard.add("moved " + moved);
        }

        @Override
        public void sessionsEnded(TenantKey of, UserId user) {
            heard.add("ended " + of + " " + user);
        }

        @Override
        public void lookAgain() {
            looks.incrementAndGet();
        }
    }

    private static final class Failing implements StoreListener {

        @Override
        public void lookAgain() {
            throw new IllegalStateException("on purpose");
        }
    }
}
