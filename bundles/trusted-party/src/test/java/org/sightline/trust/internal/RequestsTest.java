package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.EXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.Proposal;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.health.Health;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.problem.Problem;
import org.sightline.spi.PlanQuotaPolicy;
import org.sightline.spi.TrustPolicy;
import org.sightline.spi.TrustVerdict;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.PartyView;
import org.sightline.trust.RequestView;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustedParty;

class RequestsTest {

    private final Server server = new Server(new InMemoryTenantStore(), new TestClock());
    private final TenantKey north = server.found("north", Plan.STARTER, null);
    private final TenantKey light = server.found("light", Plan.PRO, null);

    @AfterEach
    void stop() {
        server.calls.close();
    }

    private void submit(TenantKey scanning, String code) {
        server.requests.submit(scanning, EXT, code, SharingScope.NOBODY, TrustAccess.FULL);
    }

    private void setTenant(TenantKey key, Plan plan, String region) {
        Tenant old = Trust.tenant(server.now(key));
        Tenant now = new Tenant(key, old.name(), plan, old.timeZone(), region, old.locale(), old.findByPhone());
        server.live.apply(
                key,
                EXT,
                snapshot -> new Proposal<>(
                        List.of(new StateChange.PutTenant(now)),
                        List.of(new Proposal.AuditNote("tenant.update", "tenant", key.value(), old, now)),
                        ""));
    }

    /** Each refusal hides those that come after it, so they are met one by one as the earlier ones are mended. */
    @Test
    void theFirstReasonCountsInTheOrderThatIsDocumented() {
        TenantKey poor = server.found("poor", Plan.BASIC, "south");
        setTenant(north, Plan.STARTER, "west");
        server.quotas.bindPolicy(fixedQuota(0), Map.of());
        String own = server.invite(poor);
        Refused.with("invitation_invalid", () -> submit(poor, "nonsense"));
        Refused.with("own_invitation", () -> submit(poor, own));
        String code = server.invite(north);
        Problem plan = Refused.with("plan_not_eligible", () -> submit(poor, code));
        assertThat(plan.members()).containsEntry("limit", 0).containsEntry("used", 0);
        setTenant(poor, Plan.PRO, "south");
        Problem quota = Refused.with("trust_quota_exceeded", () -> submit(poor, code));
        assertThat(quota.members()).containsEntry("limit", 0).containsEntry("used", 0);
        server.quotas.bindPolicy(fixedQuota(1), Map.of("service.ranking", 5));
        Refused.with("region_mismatch", () -> submit(poor, code));
        setTenant(poor, Plan.PRO, "west");
        submit(poor, code);
        setTenant(poor, Plan.BASIC, "south");
        Refused.with("request_open", () -> submit(poor, code));
        Refused.with("request_open", () -> submit(north, own));
        setTenant(poor, Plan.PRO, null);
        server.requests.approve(
                north, EXT, server.now(north).trust().requests().get(0).id());
        setTenant(poor, Plan.BASIC, "south");
        Refused.with("already_trusted", () -> submit(poor, code));
        Refused.with("already_trusted", () -> submit(north, own));
    }

    @Test
    void anApprovedRequestMakesOneRelationInTwoHalves() {
        SharingScope share = Server.of(List.of("a"), List.of("bob"));
        String id = server.requests
                .submit(light, EXT, server.invite(north), share, TrustAccess.SEARCH_ONLY)
                .value()
                .request()
                .id();
        assertThat(server.now(light).trust().parties()).isEmpty();

        RequestView approved = server.requests.approve(north, EXT, id).value();

        assertThat(approved.request().state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("ext");
        TrustedParty ofLight = server.now(light).trust().party(north).orElseThrow();
        TrustedParty ofNorth = server.now(north).trust().party(light).orElseThrow();
        assertThat(ofLight.relationId()).isEqualTo(ofNorth.relationId());
        assertThat(ofLight.since()).isEqualTo(ofNorth.since());
        assertThat(List.of(ofLight.sponsor(), ofNorth.sponsor())).containsOnly(light);
        assertThat(ofLight.share()).isEqualTo(share);
        assertThat(ofLight.customAccess()).isEqualTo(TrustAccess.SEARCH_ONLY);
        assertThat(ofNorth.share()).isEqualTo(SharingScope.NOBODY);
        assertThat(ofNorth.customAccess()).isNull();
        assertThat(server.parties.partners(server.now(light)))
                .extracting(Trust::key)
                .containsExactly(north);
    }

    @Test
    void eachSideSeesTheSameFactsAndNobodyOfTheOther() {
        String id = server.ask(light, north);
        server.requests.reject(north, EXT, id, "not this year");

        RequestView here = server.requests
                .viewOf(north)
                .apply(server.now(north).trust().request(id).orElseThrow());
        RequestView there = server.requests
                .viewOf(light)
                .apply(server.now(light).trust().request(id).orElseThrow());
        assertThat(here.decidedBy()).isEqualTo("ext");
        assertThat(there.decidedBy()).isNull();
        assertThat(there.request().decision().reason()).isEqualTo("not this year");
        assertThat(there.request().decision().at())
                .isEqualTo(here.request().decision().at());
        assertThat(List.of(here.outgoing(), there.outgoing())).containsExactly(false, true);
    }

    @Test
    void onlyTheRightSideDecidesAndOnlyOnce() {
        String id = server.ask(light, north);
        Refused.with("forbidden", () -> server.requests.approve(light, EXT, id));
        Refused.with("forbidden", () -> server.requests.reject(light, EXT, id, null));
        Refused.with("forbidden", () -> server.requests.withdraw(north, EXT, id));
        Refused.with("not_found", () -> server.requests.approve(north, EXT, "nonsense"));
        TenantKey third = server.found("third", Plan.PRO, null);
        Refused.with("not_found", () -> server.requests.approve(third, EXT, id));

        server.requests.withdraw(light, EXT, id);

        Refused.with("already_decided", () -> server.requests.withdraw(light, EXT, id));
        Refused.with("already_decided", () -> server.requests.approve(north, EXT, id));
        Refused.with("already_decided", () -> server.requests.reject(north, EXT, id, null));
        server.connect(light, north);
    }

    @Test
    void planQuotaAndPoliciesAreCheckedAgainAtApproval() {
        String id = server.ask(light, north);
        setTenant(light, Plan.BASIC, null);
        Refused.with("plan_not_eligible", () -> server.requests.approve(north, EXT, id));
        setTenant(light, Plan.PRO, "east");
        setTenant(north, Plan.STARTER, "west");
        Refused.with("region_mismatch", () -> server.requests.approve(north, EXT, id));
        setTenant(light, Plan.PRO, "west");
        server.quotas.bindPolicy(fixedQuota(0), Map.of());
        Refused.with("trust_quota_exceeded", () -> server.requests.approve(north, EXT, id));
        server.quotas.bindPolicy(fixedQuota(1), Map.of("service.ranking", 1));
        server.requests.approve(north, EXT, id);
    }

    @Test
    void relationsSurviveASmallerPlan() {
        server.connect(light, north);
        setTenant(light, Plan.BASIC, null);

        PartyView party = server.relations.with(server.now(light), north);

        assertThat(party.quota().limit()).isZero();
        assertThat(party.quota().used()).isEqualTo(1);
    }

    @Test
    void tenPartiesAndNoMoreAndTheInvitedDoNotPay() {
        for (int i = 0; i < 10; i++) {
            server.connect(light, server.found("t" + i, Plan.BASIC, null));
        }
        String code = server.invite(north);
        Problem full = Refused.with("trust_quota_exceeded", () -> submit(light, code));
        assertThat(full.members()).containsEntry("limit", 10).containsEntry("used", 10);
        TenantKey other = server.found("other", Plan.ENTERPRISE, null);
        server.connect(other, light);
        assertThat(server.relations.with(server.now(light), other).quota().used())
                .isEqualTo(10);
        server.removals.remove(
                light, EXT, server.live.current(light).trust().parties().firstKey());
    }

    @Test
    void refusesToShareWhatDoesNotExist() {
        Problem unknown = Refused.with(
                "invalid",
                () -> server.requests.submit(
                        light,
                        EXT,
                        server.invite(north),
                        Server.of(List.of("a", "nowhere"), List.of("ghost", "sue")),
                        TrustAccess.FULL));
        assertThat(unknown.faults())
                .extracting(fault -> fault.pointer())
                .containsExactly("/share/department_ids/1", "/share/user_ids/0");
    }

    @Test
    void aVendorsPolicyRefusesWithItsOwnCodeAndWords() {
        TrustPolicy listed =
                (scanning, inviting) -> new TrustVerdict.Refused("not_listed", "ask for a place on the list");
        server.policies.bindPolicy(listed, Map.of());
        String code = server.invite(north);
        assertThat(Refused.with("not_listed", () -> submit(light, code)).detail())
                .contains("list");
        server.policies.unbindPolicy(listed);
        submit(light, code);
    }

    @Test
    void aPolicyThatThrowsRefusesAndIsReportedUntilItIsReplaced() {
        TrustPolicy broken = (scanning, inviting) -> {
            throw new IllegalStateException("out of order");
        };
        server.policies.bindPolicy(broken, Map.of());
        String code = server.invite(north);
        assertThat(Refused.with("trust_policy_refused", () -> submit(light, code))
                        .detail())
                .doesNotContain("out of order");
        assertThat(server.policies.look().state()).isEqualTo(Health.State.DEGRADED);
        assertThat(server.policies.look().detail()).contains("out of order");
        server.policies.unbindPolicy(broken);
        assertThat(server.policies.look()).isEqualTo(Health.UP);
        submit(light, code);
    }

    @Test
    void aPolicyThatHangsRefusesAndKeepsNobodyWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        server.policies.bindPolicy(
                (scanning, inviting) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return TrustVerdict.ALLOWED;
                },
                Map.of());
        String code = server.invite(north);
        Refused.with("trust_policy_refused", () -> submit(light, code));
        assertThat(server.policies.look().detail()).contains("longer than 200 ms");
        assertThat(server.invitations.inspect(light, code).reason()).isEqualTo("trust_policy_refused");
    }

    @Test
    void aQuotaPolicyThatThrowsIsPassedOver() {
        server.quotas.bindPolicy(
                new PlanQuotaPolicy() {
                    @Override
                    public OptionalInt trustedParties(Tenant tenant) {
                        throw new IllegalStateException("out of order");
                    }
                },
                Map.of("service.ranking", 9));
        server.quotas.bindPolicy(fixedQuota(3), Map.of());
        assertThat(server.quotas.limit(Trust.tenant(server.now(light)))).isEqualTo(3);
    }

    @Test
    void policiesThatSayNothingHaveFailed() {
        String code = server.invite(north);
        for (TrustPolicy silent : List.<TrustPolicy>of(
                (scanning, inviting) -> null,
                (scanning, inviting) -> new TrustVerdict.Refused(null, "why not"),
                (scanning, inviting) -> new TrustVerdict.Refused("why_not", null))) {
            server.policies.bindPolicy(silent, Map.of());
            Refused.with("trust_policy_refused", () -> submit(light, code));
            assertThat(server.policies.look().state()).isEqualTo(Health.State.DEGRADED);
            server.policies.unbindPolicy(silent);
        }
        PlanQuotaPolicy silent = new PlanQuotaPolicy() {
            @Override
            public OptionalInt trustedParties(Tenant tenant) {
                return null;
            }
        };
        server.quotas.bindPolicy(silent, Map.of());
        assertThat(server.quotas.limit(Trust.tenant(server.now(light)))).isEqualTo(10);
        assertThat(server.quotas.look().detail()).contains("no answer");
        server.quotas.unbindPolicy(silent);
        assertThat(server.quotas.look()).isEqualTo(Health.UP);
    }

    private static PlanQuotaPolicy fixedQuota(int parties) {
        return new PlanQuotaPolicy() {
            @Override
            public OptionalInt trustedParties(Tenant tenant) {
                return OptionalInt.of(parties);
            }
        };
    }

    @Test
    void cardsGoToTheTrustAdministratorsOfTheTenantConcerned() {
        String id = server.ask(light, north);
        assertThat(cards(north)).containsExactly("trust_request_received [boss, ext] light");
        assertThat(cards(light)).isEmpty();
        server.requests.approve(north, EXT, id);
        assertThat(cards(light)).containsExactly("trust_request_approved [boss, ext] north");
        TenantKey third = server.found("third", Plan.PRO, null);
        server.requests.reject(north, EXT, server.ask(third, north), "no");
        server.requests.withdraw(third, EXT, server.ask(third, north));
        assertThat(cards(third)).containsExactly("trust_request_rejected [boss, ext] north");
        assertThat(cards(north)).last().asString().startsWith("trust_request_withdrawn");
        assertThat(notices(third).get(0).parameters())
                .containsEntry("partner_name", "The north")
                .containsEntry("reason", "no");
        assertThat(notices(third).get(0).type()).isEqualTo(NoticeType.TRUST_REQUEST_REJECTED);
    }

    private List<String> cards(TenantKey tenant) {
        return notices(tenant).stream()
                .map(notice -> notice.type().key() + " " + notice.recipients() + " "
                        + notice.parameters().get("partner_key"))
                .toList();
    }

    private List<Notice> notices(TenantKey tenant) {
        List<Notice> all = new ArrayList<>();
        server.commits.stream()
                .filter(commit -> commit.tenant().equals(tenant))
                .map(TenantCommit::notices)
                .forEach(all::addAll);
        return all;
    }

    @Test
    void bothAuditLogsTellOfItAndThePartnersNamesNoPerson() {
        String id = server.ask(light, north);
        server.requests.approve(north, EXT, id);

        List<AuditEntry> here = audit(light);
        assertThat(here)
                .extracting(AuditEntry::action)
                .containsExactly("trust_request.submit", "trust_request.approve", "trusted_party.create");
        assertThat(here.get(0).actor().kind()).isEqualTo(ActorKind.USER);
        assertThat(here.get(1).actor().kind()).isEqualTo(ActorKind.PARTNER);
        assertThat(here.get(1).actor().id()).isEqualTo("north");
        assertThat(audit(north))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "trust_invitation.create",
                        "trust_request.submit",
                        "trust_request.approve",
                        "trusted_party.create");
    }

    private List<AuditEntry> audit(TenantKey tenant) {
        List<AuditEntry> all = new ArrayList<>();
        server.commits.stream()
                .filter(commit -> commit.tenant().equals(tenant))
                .map(TenantCommit::audit)
                .forEach(all::addAll);
        return all;
    }
}
