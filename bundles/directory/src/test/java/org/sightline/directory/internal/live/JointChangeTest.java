package org.sightline.directory.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.directory.internal.Acme.KEY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Committed;
import org.sightline.directory.JointProposal;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.AuditQuery;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;

class JointChangeTest {

    private static final TenantKey PARTNER = new TenantKey("Partner");
    private static final Actor PERSON = new Actor(ActorKind.USER, "ada");

    private final FlakyStore store = new FlakyStore(new InMemoryTenantStore());
    private final LiveTenants tenants =
            new LiveTenants(store, Clock.fixed(Instant.parse("2026-03-01T09:59:00Z"), ZoneOffset.UTC));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void found() {
        Acme.found(store);
        store.commit(List.of(new TenantCommit(
                PARTNER,
                0,
                List.of(
                        named(PARTNER, "Partner"),
                        new StateChange.PutDepartment(
                                new Department(DepartmentId.ROOT, "Partner", null, 0, List.of()))),
                List.of())));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static StateChange named(TenantKey key, String name) {
        Tenant old = Acme.TENANT;
        return new StateChange.PutTenant(
                new Tenant(key, name, old.plan(), old.timeZone(), old.region(), old.locale(), old.findByPhone()));
    }

    private static Proposal<String> rename(TenantSnapshot now, String name) {
        TenantKey key = now.directory().tenant().key();
        return new Proposal<>(
                List.of(named(key, name)),
                List.of(new Proposal.AuditNote("tenant.update", "tenant", key.value(), null, name)),
                name);
    }

    private static JointProposal<String> renameBoth(TenantSnapshot own, TenantSnapshot partner, String name) {
        return new JointProposal<>(rename(own, name), rename(partner, name), name);
    }

    private String name(TenantKey key) {
        return tenants.current(key).directory().tenant().name();
    }

    @Test
    void bothGetTheirNextRevision() {
        long ours = tenants.current(KEY).revision();
        long theirs = tenants.current(PARTNER).revision();

        Committed<String> committed =
                tenants.applyJointly(KEY, PARTNER, PERSON, (own, partner) -> renameBoth(own, partner, "Both"));

        assertThat(committed).isEqualTo(new Committed<>("Both", ours + 1));
        assertThat(name(KEY)).isEqualTo("Both");
        assertThat(name(PARTNER)).isEqualTo("Both");
        assertThat(tenants.current(PARTNER).revision()).isEqualTo(theirs + 1);
    }

    @Test
    void thePartnerLearnsWhichTenantActedButNotWho() {
        tenants.applyJointly(KEY, PARTNER, PERSON, (own, partner) -> renameBoth(own, partner, "Both"));

        assertThat(actors(KEY)).containsExactly(PERSON);
        assertThat(actors(PARTNER)).containsExactly(new Actor(ActorKind.PARTNER, KEY.value()));
    }

    private List<Actor> actors(TenantKey key) {
        return store.audit(new AuditQuery(key, null, null, null, null, "tenant.update", 0, 9)).stream()
                .map(AuditEntry::actor)
                .toList();
    }

    @Test
    void aSideWithoutChangesKeepsItsRevision() {
        long theirs = tenants.current(PARTNER).revision();

        tenants.applyJointly(
                KEY,
                PARTNER,
                PERSON,
                (own, partner) -> new JointProposal<>(rename(own, "Alone"), Proposal.nothing(""), ""));

        assertThat(name(KEY)).isEqualTo("Alone");
        assertThat(tenants.current(PARTNER).revision()).isEqualTo(theirs);
    }

    @Test
    void aRefusalChangesNeither() {
        Problem refusal = Problem.notFound("no");

        assertThatThrownBy(() -> tenants.applyJointly(KEY, PARTNER, PERSON, (own, partner) -> {
                    throw refusal.exception();
                }))
                .isInstanceOf(ProblemException.class);

        assertThat(name(KEY)).isNotEqualTo("Both");
        assertThat(name(PARTNER)).isEqualTo("Partner");
    }

    @Test
    void aPartnerWhoDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> tenants.applyJointly(
                        KEY, new TenantKey("nobody"), PERSON, (own, partner) -> renameBoth(own, partner, "Both")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void anotherServersChangeIsDecidedOnAgain() {
        tenants.current(KEY);
        tenants.current(PARTNER);
        LiveTenants other = new LiveTenants(store, Clock.systemUTC());
        other.apply(PARTNER, PERSON, now -> rename(now, "From elsewhere"));
        List<String> seen = new ArrayList<>();

        tenants.applyJointly(KEY, PARTNER, PERSON, (own, partner) -> {
            seen.add(partner.directory().tenant().name());
            return renameBoth(own, partner, "Both");
        });

        assertThat(seen).containsExactly("Partner", "From elsewhere");
        assertThat(name(PARTNER)).isEqualTo("Both");
    }

    @Test
    void changesInBothDirectionsAtOnceAllHappen() throws Exception {
        int rounds = 200;
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Boolean>> both =
                List.of(() -> joinTimes(rounds, start, KEY, PARTNER), () -> joinTimes(rounds, start, PARTNER, KEY));
        long before = tenants.current(KEY).revision();

        for (Future<Boolean> done : threads.invokeAll(both, 60, TimeUnit.SECONDS)) {
            assertThat(done.get()).isTrue();
        }

        assertThat(tenants.current(KEY).revision()).isEqualTo(before + 2L * rounds);
    }

    private boolean joinTimes(int rounds, CyclicBarrier start, TenantKey one, TenantKey two) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        for (int round = 0; round < rounds; round++) {
            String name = one + " " + round;
            tenants.applyJointly(one, two, PERSON, (own, partner) -> renameBoth(own, partner, name));
        }
        return true;
    }

    @Test
    void whoeverListensHearsOfBothInOneTransactionAndCannotSpoilIt() {
        List<List<TenantCommit>> heard = new ArrayList<>();
        tenants.addListener(commits -> {
            throw new IllegalStateException("a listener of no use");
        });
        tenants.addListener(heard::add);

        tenants.applyJointly(KEY, PARTNER, PERSON, (own, partner) -> renameBoth(own, partner, "Both"));

        assertThat(heard).hasSize(1);
        assertThat(heard.get(0)).extracting(TenantCommit::tenant).containsExactly(KEY, PARTNER);
    }
}
