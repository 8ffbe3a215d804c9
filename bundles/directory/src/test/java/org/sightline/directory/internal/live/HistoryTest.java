package org.sightline.directory.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sightline.directory.internal.Acme.KEY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Proposal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.snapshot.SnapshotAssert;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.testkit.store.InMemoryHistoryStore;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Every past state can be read again, by its revision and by the time it was in force. */
class HistoryTest {

    private final InMemoryTenantStore memory = new InMemoryTenantStore();
    private final FlakyStore store = new FlakyStore(memory);
    private final SetClock clock = new SetClock();
    private final LiveTenants tenants = server();

    private LiveTenants server() {
        return new LiveTenants(store, clock, Duration.ofMillis(10));
    }

    @Test
    void whatIsNotKeptAnyMoreIsToldApartFromWhatNeverWas() {
        found();
        Instant first = clock.now;
        for (int step = 0; step < 3; step++) {
            clock.now = clock.now.plusSeconds(60);
            change(new Random(step), step);
        }
        tenants.at(KEY, 1);
        new InMemoryHistoryStore(memory).keepFrom(KEY, 3);
        tenants.forgetBefore(KEY, 3);

        assertThat(refusal(() -> tenants.at(KEY, 1))).isEqualTo(ProblemKind.GONE);
        assertThat(refusal(() -> tenants.at(KEY, 2))).isEqualTo(ProblemKind.GONE);
        assertThat(refusal(() -> tenants.at(KEY, first))).isEqualTo(ProblemKind.GONE);
        assertThat(refusal(() -> tenants.at(KEY, first.minusSeconds(1)))).isEqualTo(ProblemKind.GONE);
        assertThat(refusal(() -> tenants.at(KEY, 0))).isEqualTo(ProblemKind.INVALID);
        assertThat(refusal(() -> tenants.at(KEY, 5))).isEqualTo(ProblemKind.INVALID);
        assertThat(tenants.at(KEY, 3).revision()).isEqualTo(3);
        assertThat(tenants.at(KEY, clock.now.minusSeconds(60)).revision()).isEqualTo(3);
    }

    @RepeatedTest(10)
    void everyRevisionIsReadAsItWas() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        found();
        List<TenantState> states = new ArrayList<>(List.of(newest()));
        List<Instant> times = new ArrayList<>(List.of(clock.now));
        for (int step = 0; step < 25; step++) {
            clock.now = clock.now.plusSeconds(60);
            change(random, step);
            states.add(newest());
            times.add(clock.now);
        }
        LiveTenants afterARestart = server();
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < states.size(); at++) {
            order.add(at);
        }
        Collections.shuffle(order, random);
        for (int at : order) {
            TenantState expected = states.get(at);
            TenantSnapshot byRevision = afterARestart.at(KEY, at + 1);
            assertThat(byRevision.revision()).as("seed %s", seed).isEqualTo(at + 1);
            assertThat(byRevision.policy()).as("seed %s", seed).isEqualTo(expected.policy());
            assertThat(byRevision.policyRevision()).as("seed %s", seed).isEqualTo(expected.policyRevision());
            SnapshotAssert.assertSays(byRevision.directory(), expected);
            assertThat(afterARestart.at(KEY, times.get(at))).as("seed %s", seed).isSameAs(byRevision);
            Instant later =
                    at + 1 == times.size() ? times.get(at) : times.get(at).plusSeconds(59);
            assertThat(afterARestart.at(KEY, later)).as("seed %s", seed).isSameAs(byRevision);
        }
    }

    @Test
    void thePresentIsNotLoadedAgain() {
        found();

        assertThat(tenants.at(KEY, 1)).isSameAs(tenants.current(KEY));
        assertThat(tenants.at(KEY, clock.now)).isSameAs(tenants.current(KEY));
    }

    @Test
    void whatNeverWasIsRefused() {
        found();

        assertThat(refusal(() -> tenants.at(KEY, 0))).isEqualTo(ProblemKind.INVALID);
        assertThat(refusal(() -> tenants.at(KEY, 2))).isEqualTo(ProblemKind.INVALID);
        assertThat(refusal(() -> tenants.at(KEY, clock.now.minusSeconds(1)))).isEqualTo(ProblemKind.INVALID);
        assertThat(refusal(() -> tenants.at(KEY, clock.now.plusSeconds(1)))).isEqualTo(ProblemKind.INVALID);
        assertThat(refusal(() -> tenants.at(new TenantKey("nobody"), 1))).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void thePastIsUnavailableWhileTheStoreIsAway() {
        found();
        change(new Random(1), 0);
        store.away = true;

        assertThat(refusal(() -> tenants.at(KEY, 1))).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(refusal(() -> tenants.at(KEY, clock.now))).isEqualTo(ProblemKind.UNAVAILABLE);
        assertThat(tenants.at(KEY, 2)).isSameAs(tenants.current(KEY));
    }

    @Test
    void anotherTenantOfTheSameKeyHasAPastOfItsOwn() {
        found();
        apply(List.of(new StateChange.PutMember(Acme.member("old", "0"))));
        apply(List.of(new StateChange.PutMember(Acme.member("older", "0"))));
        assertThat(tenants.at(KEY, 2).directory().memberCount()).isOne();
        tenants.drop(KEY, now -> entry("tenant.delete", now.revision()));
        found();
        apply(List.of(new StateChange.PutDepartment(Acme.department("new", "0"))));
        apply(List.of(new StateChange.PutMember(Acme.member("new", "0"))));

        assertThat(tenants.at(KEY, 2).directory().memberCount()).isZero();
    }

    @Test
    void whatIsKeptIsThereUntilTheTenantIsGone() {
        found();
        TenantSnapshot begun = tenants.current(KEY);
        apply(List.of(new StateChange.PutMember(Acme.member("new", "0"))));
        assertThat(tenants.kept(KEY, 1)).isEmpty();
        assertThat(tenants.kept(KEY, 2)).containsSame(tenants.current(KEY));

        tenants.keep(begun);
        assertThat(tenants.kept(KEY, 1)).containsSame(begun);

        tenants.drop(KEY, now -> entry("tenant.delete", now.revision()));
        tenants.keep(begun);
        found();
        apply(List.of(new StateChange.PutDepartment(Acme.department("new", "0"))));
        assertThat(tenants.kept(KEY, 1)).isEmpty();
    }

    private static ProblemKind refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        return catchThrowableOfType(ProblemException.class, question).problem().kind();
    }

    private void found() {
        store.commit(List.of(new TenantCommit(
                KEY,
                0,
                List.of(
                        new StateChange.PutTenant(Acme.TENANT),
                        new StateChange.PutDepartment(Acme.ROOT),
                        new StateChange.PutPolicy(VisibilityPolicy.DEFAULT)),
                List.of(entry("tenant.create", 1)))));
    }

    private AuditEntry entry(String action, long revision) {
        return new AuditEntry(clock.now, Actor.SYSTEM, action, "tenant", KEY.value(), null, null, revision);
    }

    private TenantState newest() {
        return store.load(KEY).orElseThrow();
    }

    private void change(Random random, int step) {
        String id = "u" + random.nextInt(6);
        switch (random.nextInt(4)) {
            case 0 -> apply(List.of(new StateChange.PutDepartment(Acme.department("d" + step, "0"))));
            case 1 ->
                apply(List.of(new StateChange.PutPolicy(new VisibilityPolicy(
                        MainRuleChoice.of("rule" + step), List.of(), DisplayOrder.DEPARTMENTS_FIRST))));
            case 2 ->
                apply(List.of(new StateChange.PutMember(Acme.member(id, "0").withStatus(MemberStatus.SUSPENDED))));
            default -> {
                List<DepartmentId> known = newest().departments().stream()
                        .map(department -> department.id())
                        .toList();
                String in = known.get(random.nextInt(known.size())).value();
                apply(List.of(new StateChange.PutMember(Acme.member(id, in))));
            }
        }
    }

    private void apply(List<StateChange> changes) {
        tenants.apply(
                KEY,
                Acme.actor(),
                now -> new Proposal<>(
                        changes, List.of(new Proposal.AuditNote("change", "thing", "x", null, "after")), true));
    }

    /** A clock that stands where a test puts it. */
    private static final class SetClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
