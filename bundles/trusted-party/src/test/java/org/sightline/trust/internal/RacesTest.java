package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.EXT;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustRequest;

/**
 * Two do what only one of them can: each round ends with exactly one outcome, told alike on both sides. The two work on
 * servers of their own that share a store, and on one server, in turns.
 */
class RacesTest {

    private static final int ROUNDS = Integer.getInteger("trust.races", 200);

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final TestClock clock = new TestClock();
    private final Server here = new Server(store, clock);
    private final Server there = new Server(store, clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        here.calls.close();
        there.calls.close();
    }

    private Server second(int round) {
        return round % 2 == 0 ? here : there;
    }

    private List<String> race(Runnable one, Runnable other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<String> first = threads.submit(racer(start, one));
        Future<String> second = threads.submit(racer(start, other));
        return List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
    }

    private static Callable<String> racer(CyclicBarrier start, Runnable step) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            return Refused.codeOf(step);
        };
    }

    private TenantKey pro(String name, int round) {
        return here.found(name + round, Plan.PRO, null);
    }

    @Test
    void approveAgainstApproveMakesOneRelation() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey scanning = pro("s", round);
            TenantKey inviting = pro("i", round);
            String id = here.ask(scanning, inviting);

            List<String> outcomes = race(
                    () -> here.requests.approve(inviting, EXT, id), () -> other.requests.approve(inviting, EXT, id));

            assertThat(outcomes).as("round %s", round).containsExactlyInAnyOrder("done", "already_decided");
            requireOneStory(scanning, inviting, true);
        }
    }

    @Test
    void approveAgainstWithdrawGivesOneOfThem() throws Exception {
        int approved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey scanning = pro("s", round);
            TenantKey inviting = pro("i", round);
            String id = here.ask(scanning, inviting);

            List<String> outcomes = race(
                    () -> here.requests.approve(inviting, EXT, id), () -> other.requests.withdraw(scanning, EXT, id));

            assertThat(outcomes).as("round %s", round).containsExactlyInAnyOrder("done", "already_decided");
            boolean related = outcomes.get(0).equals("done");
            approved += related ? 1 : 0;
            requireOneStory(scanning, inviting, related);
        }
        System.out.printf("approve against withdraw: %d of %d rounds approved%n", approved, ROUNDS);
    }

    @Test
    void twoApprovalsOverTheLastQuotaSlotMakeOneRelation() throws Exception {
        PlanQuotaPolicy one = new PlanQuotaPolicy() {
            @Override
            public OptionalInt trustedParties(Tenant tenant) {
                return OptionalInt.of(1);
            }
        };
        here.quotas.bindPolicy(one, Map.of());
        there.quotas.bindPolicy(one, Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey scanning = pro("s", round);
            TenantKey left = pro("l", round);
            TenantKey right = pro("r", round);
            String toLeft = here.ask(scanning, left);
            String toRight = here.ask(scanning, right);

            List<String> outcomes = race(
                    () -> here.requests.approve(left, EXT, toLeft), () -> other.requests.approve(right, EXT, toRight));

            assertThat(outcomes).as("round %s", round).containsExactlyInAnyOrder("done", "trust_quota_exceeded");
            assertThat(fresh(scanning).trust().parties()).hasSize(1);
            assertThat(fresh(scanning).trust().requests())
                    .extracting(TrustRequest::state)
                    .containsExactlyInAnyOrder(RequestState.APPROVED, RequestState.PENDING);
        }
    }

    @Test
    void requestsInBothDirectionsAtOnceLeaveOneOpen() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey one = pro("s", round);
            TenantKey two = pro("i", round);
            String ofOne = here.invite(one);
            String ofTwo = here.invite(two);

            List<String> outcomes = race(
                    () -> here.requests.submit(one, EXT, ofTwo, SharingScope.NOBODY, TrustAccess.FULL),
                    () -> other.requests.submit(two, EXT, ofOne, SharingScope.NOBODY, TrustAccess.FULL));

            assertThat(outcomes).as("round %s", round).containsExactlyInAnyOrder("done", "request_open");
            assertThat(fresh(one).trust().requests())
                    .hasSize(1)
                    .isEqualTo(fresh(two).trust().requests());
        }
    }

    @Test
    void aSingleUseIsUsedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey inviting = pro("i", round);
            TenantKey left = pro("l", round);
            TenantKey right = pro("r", round);
            String code = here.invitations
                    .issue(inviting, EXT, new InvitationTerms(null, true, null))
                    .value()
                    .code();

            List<String> outcomes = race(
                    () -> here.requests.submit(left, EXT, code, SharingScope.NOBODY, TrustAccess.FULL),
                    () -> other.requests.submit(right, EXT, code, SharingScope.NOBODY, TrustAccess.FULL));

            assertThat(outcomes).as("round %s", round).containsExactlyInAnyOrder("done", "invitation_invalid");
            assertThat(fresh(inviting).trust().requests()).hasSize(1);
        }
    }

    @Test
    void removalsFromBothSidesAtOnceEndItOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Server other = second(round);
            TenantKey one = pro("s", round);
            TenantKey two = pro("i", round);
            here.connect(one, two);
            if (round % 3 == 0) {
                here.relations.settings(one, EXT, any -> true, Switch::on);
                here.relations.settings(two, EXT, any -> true, Switch::on);
            }

            List<String> outcomes =
                    race(() -> here.removals.remove(one, EXT, two), () -> other.removals.remove(two, EXT, one));

            assertThat(outcomes)
                    .as("round %s", round)
                    .containsExactlyInAnyOrder("done", round % 3 == 0 ? "conflict" : "not_found");
            assertThat(Trust.related(fresh(one), fresh(two))).isEqualTo(round % 3 == 0);
        }
    }

    private org.sightline.directory.TenantSnapshot fresh(TenantKey tenant) {
        return new Server(store, clock).now(tenant);
    }

    private void requireOneStory(TenantKey scanning, TenantKey inviting, boolean related) {
        var ofScanning = fresh(scanning);
        var ofInviting = fresh(inviting);
        assertThat(Trust.related(ofScanning, ofInviting)).isEqualTo(related);
        assertThat(ofScanning.trust().parties()).hasSize(related ? 1 : 0);
        assertThat(ofInviting.trust().parties()).hasSize(related ? 1 : 0);
        assertThat(ofScanning.trust().requests())
                .extracting(TrustRequest::state)
                .containsExactly(related ? RequestState.APPROVED : RequestState.WITHDRAWN);
        assertThat(ofInviting.trust().requests())
                .extracting(TrustRequest::state)
                .isEqualTo(ofScanning.trust().requests().stream()
                        .map(TrustRequest::state)
                        .toList());
    }
}
