package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.SessionStore;
import org.sightline.store.SessionStore.StoredSession;
import org.sightline.store.StateChange.PutPassword;
import org.sightline.store.TenantStore;

/** Sessions are found by digest until they end; passwords are those last committed. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class SessionStoreContract {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId OTHER_ANNA = new UserId("Anna");

    private StoredTenant tenant;
    private StoredTenant other;

    /** Returns the store under test. */
    protected abstract SessionStore sessions();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenants() {
        tenant = new StoredTenant(tenants());
        tenant.create();
        other = new StoredTenant(tenants());
        other.create();
    }

    @Test
    void aSessionIsFoundByItsDigestUntilItIsRemoved() {
        StoredSession session = put(tenant.key(), ANNA, Duration.ofHours(1));

        assertThat(sessions().find(session.digest())).contains(session);
        assertThat(sessions().find(session.digest() + "x")).isEmpty();
        sessions().remove(session.digest());
        assertThat(sessions().find(session.digest())).isEmpty();
        sessions().remove(session.digest());
    }

    @Test
    void ofManySessionsThoseThatAreThereAreFoundInOneQuestion() {
        Set<String> there = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (int each = 0; each < 1_100; each++) {
            String digest = tenant.key() + "-" + each;
            asked.add(digest);
            if (each % 11 == 0) {
                Instant begin = Instant.parse("2026-03-01T12:00:00Z");
                sessions().put(new StoredSession(digest, tenant.key(), ANNA, begin, begin.plusSeconds(60)));
                there.add(digest);
            }
        }

        assertThat(sessions().present(asked)).isEqualTo(there);
        assertThat(sessions().present(Set.of())).isEmpty();
        sessions().removeAll(tenant.key(), ANNA);
        assertThat(sessions().present(asked)).isEmpty();
    }

    @Test
    void allSessionsOfOneMemberEndTogether() {
        StoredSession first = put(tenant.key(), ANNA, Duration.ofHours(1));
        StoredSession second = put(tenant.key(), ANNA, Duration.ofHours(2));
        StoredSession neighbour = put(tenant.key(), OTHER_ANNA, Duration.ofHours(1));
        StoredSession namesake = put(other.key(), ANNA, Duration.ofHours(1));

        sessions().removeAll(tenant.key(), ANNA);

        assertThat(sessions().find(first.digest())).isEmpty();
        assertThat(sessions().find(second.digest())).isEmpty();
        assertThat(sessions().find(neighbour.digest())).contains(neighbour);
        assertThat(sessions().find(namesake.digest())).contains(namesake);
    }

    @Test
    void expiredSessionsStayUntilTheyAreSweptOut() {
        StoredSession early = put(tenant.key(), ANNA, Duration.ofHours(1));
        StoredSession late = put(tenant.key(), ANNA, Duration.ofHours(3));

        assertThat(sessions().find(early.digest())).contains(early);
        sessions().removeExpired(early.expiresAt());
        assertThat(sessions().find(early.digest())).contains(early);
        sessions().removeExpired(early.expiresAt().plusMillis(1));
        assertThat(sessions().find(early.digest())).isEmpty();
        assertThat(sessions().find(late.digest())).contains(late);
    }

    @Test
    void theLastPasswordCommittedCounts() {
        assertThat(sessions().passwordHash(tenant.key(), ANNA)).isEmpty();
        tenant.commit(new PutPassword(ANNA, "first"), new PutPassword(OTHER_ANNA, "hers"));
        tenant.commit(new PutPassword(ANNA, "second"), new PutPassword(ANNA, "third"));

        assertThat(sessions().passwordHash(tenant.key(), ANNA)).contains("third");
        assertThat(sessions().passwordHash(tenant.key(), OTHER_ANNA)).contains("hers");
        assertThat(sessions().passwordHash(other.key(), ANNA)).isEmpty();
    }

    @Test
    void aDroppedTenantLeavesNoSessionsAndNoPasswords() {
        tenant.commit(new PutPassword(ANNA, "first"));
        other.commit(new PutPassword(ANNA, "elsewhere"));
        StoredSession session = put(tenant.key(), ANNA, Duration.ofHours(1));
        StoredSession elsewhere = put(other.key(), ANNA, Duration.ofHours(1));

        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));
        assertThat(sessions().find(session.digest())).isEmpty();
        assertThat(sessions().passwordHash(tenant.key(), ANNA)).isEmpty();
        assertThat(sessions().find(elsewhere.digest())).contains(elsewhere);
        assertThat(sessions().passwordHash(other.key(), ANNA)).contains("elsewhere");

        tenant.create();
        assertThat(sessions().find(session.digest())).isEmpty();
        assertThat(sessions().passwordHash(tenant.key(), ANNA)).isEmpty();
    }

    @Test
    void severalSessionsOfOneMemberLiveSideBySide() {
        List<StoredSession> all = List.of(
                put(tenant.key(), ANNA, Duration.ofHours(1)),
                put(tenant.key(), ANNA, Duration.ofHours(1)),
                put(tenant.key(), ANNA, Duration.ofHours(1)));

        assertThat(all).allSatisfy(session -> assertThat(sessions().find(session.digest()))
                .contains(session));
    }

    private StoredSession put(TenantKey key, UserId user, Duration life) {
        Instant now = Specimens.NOON;
        StoredSession session = new StoredSession("sha256-" + TenantKey.random(), key, user, now, now.plus(life));
        sessions().put(session);
        return session;
    }
}
