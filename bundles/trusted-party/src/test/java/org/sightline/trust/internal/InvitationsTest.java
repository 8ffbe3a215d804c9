package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.EXT;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AuditQuery;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.InspectedInvitation;
import org.sightline.trust.InvitationTerms;
import org.sightline.trust.IssuedInvitation;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;

class InvitationsTest {

    private final TestClock clock = new TestClock();
    private final Server server = new Server(new InMemoryTenantStore(), clock);
    private final TenantKey north = server.found("north", Plan.STARTER, null);
    private final TenantKey light = server.found("light", Plan.PRO, null);
    private final TenantKey third = server.found("third", Plan.PRO, null);

    @Test
    void aCodeHasAtLeast128RandomBitsAndStandsInTheLinkBehindTheHash() {
        IssuedInvitation made =
                server.invitations.issue(north, EXT, InvitationTerms.OPEN).value();

        assertThat(Base64.getUrlDecoder().decode(made.code())).hasSize(24);
        assertThat(made.link()).isEqualTo("https://sightline.example/i#" + made.code());
        assertThat(made.toString()).doesNotContain(made.code());
    }

    @Test
    void theCodeIsKeptNowhereInTheClear() {
        String code = server.invite(north);
        server.requests.submit(light, EXT, code, SharingScope.NOBODY, TrustAccess.FULL);

        assertThat(server.now(north).trust().invitations())
                .extracting(Invitation::toString)
                .noneMatch(text -> text.contains(code));
        for (TenantKey tenant : new TenantKey[] {north, light}) {
            assertThat(server.store
                            .audit(new AuditQuery(tenant, null, null, null, null, null, 0, 1000))
                            .toString())
                    .doesNotContain(code);
        }
        assertThat(server.commits.toString()).doesNotContain(code);
    }

    @Test
    void severalAreAliveTheNewestIsTheCurrentOneAndResetKillsThemAll() {
        String first = server.invite(north);
        String second = server.invite(north);
        assertThat(current()).isEqualTo(second);
        assertThat(server.invitations.inspect(light, first).canRequest()).isTrue();

        String fresh = server.invitations.reset(north, EXT).value().code();

        assertThat(current()).isEqualTo(fresh).isNotIn(first, second);
        Refused.with("invitation_invalid", () -> server.invitations.inspect(light, first));
        Refused.with("invitation_invalid", () -> server.invitations.inspect(light, second));
        assertThat(server.invitations.inspect(light, fresh).canRequest()).isTrue();
    }

    @Test
    void aRequestThatWasSubmittedSurvivesAReset() {
        String request = server.ask(light, north);
        server.invitations.reset(north, EXT);

        server.requests.approve(north, EXT, request);

        assertThat(Trust.related(server.now(north), server.now(light))).isTrue();
    }

    @Test
    void anExpiredOneSaysSoAndIsNoLongerCurrent() {
        String lasting = server.invite(north);
        InvitationTerms hour = new InvitationTerms(clock.instant().plus(Duration.ofHours(1)), false, null);
        String code = server.invitations.issue(north, EXT, hour).value().code();
        assertThat(current()).isEqualTo(code);

        clock.advance(Duration.ofHours(2));

        assertThat(current()).isEqualTo(lasting);
        InspectedInvitation seen = server.invitations.inspect(light, code);
        assertThat(seen.canRequest()).isFalse();
        assertThat(seen.reason()).isEqualTo("invitation_expired");
        Refused.with(
                "invitation_expired",
                () -> server.requests.submit(light, EXT, code, SharingScope.NOBODY, TrustAccess.FULL));
    }

    @Test
    void aSingleUseIsUsedUpByTheFirstSubmittedRequest() {
        String code = server.invitations
                .issue(north, EXT, new InvitationTerms(null, true, null))
                .value()
                .code();
        assertThat(server.invitations.inspect(light, code).canRequest()).isTrue();
        server.requests.submit(light, EXT, code, SharingScope.NOBODY, TrustAccess.FULL);

        Refused.with(
                "invitation_invalid",
                () -> server.requests.submit(third, EXT, code, SharingScope.NOBODY, TrustAccess.FULL));
    }

    @Test
    void aRefusedRequestDoesNotUseItUp() {
        TenantKey small = server.found("small", Plan.BASIC, null);
        String code = server.invitations
                .issue(north, EXT, new InvitationTerms(null, true, null))
                .value()
                .code();
        Refused.with(
                "plan_not_eligible",
                () -> server.requests.submit(small, EXT, code, SharingScope.NOBODY, TrustAccess.FULL));

        assertThat(server.invitations.inspect(light, code).canRequest()).isTrue();
    }

    @Test
    void oneForSomebodyElseLooksLikeNone() {
        String code = server.invitations
                .issue(north, EXT, new InvitationTerms(null, false, third))
                .value()
                .code();

        String forLight = Refused.with("invitation_invalid", () -> server.invitations.inspect(light, code))
                .detail();
        String forNobody = Refused.with("invitation_invalid", () -> server.invitations.inspect(light, "nonsense"))
                .detail();
        assertThat(forLight).isEqualTo(forNobody);
        assertThat(server.invitations.inspect(third, code).canRequest()).isTrue();
    }

    @Test
    void inspectingTellsWhyARequestWouldBeRefused() {
        String code = server.invite(north);
        assertThat(server.invitations.inspect(north, code).reason()).isEqualTo("own_invitation");
        TenantKey small = server.found("small", Plan.BASIC, null);
        InspectedInvitation seen = server.invitations.inspect(small, code);
        assertThat(seen.from().name()).isEqualTo("The north");
        assertThat(seen.reason()).isEqualTo("plan_not_eligible");
        server.connect(light, north);
        assertThat(server.invitations.inspect(light, code).reason()).isEqualTo("already_trusted");
    }

    @Test
    void refusesTermsThatMakeNoSense() {
        Refused.with(
                "invalid",
                () -> server.invitations.issue(north, EXT, new InvitationTerms(clock.instant(), false, null)));
        Refused.with("invalid", () -> server.invitations.issue(north, EXT, new InvitationTerms(null, false, north)));
        for (int i = 0; i < 100; i++) {
            server.invite(north);
        }
        Refused.with("limit_exceeded", () -> server.invite(north));
    }

    private String current() {
        return server.invitations.current(server.now(north)).orElseThrow().code();
    }
}
