package org.sightline.apps.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Caller;
import org.sightline.apps.AppClient;
import org.sightline.apps.IssuedTokens;
import org.sightline.apps.internal.FewPermissions;
import org.sightline.apps.internal.OneTenant;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppGrant;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppSecrets;
import org.sightline.apps.model.DataRange;
import org.sightline.apps.model.Decider;
import org.sightline.apps.model.PermissionName;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.ProblemException;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeApps;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryAppTokenStore;

final class OpaqueTokensTest {

    private static final AppId BOT = new AppId("bot");
    private static final UserId AMY = new UserId("amy");
    private static final Actor AS_AMY = new Actor(ActorKind.USER, "amy");
    private static final CodeTerms TERMS = new CodeTerms("https://example.org/cb", "challenge");
    private static final PermissionName ONE = new PermissionName("p:non_sensitive");
    private static final PermissionName TWO = new PermissionName("p:advanced");

    private final OneTenant world = new OneTenant();
    private final InMemoryAppTokenStore store = new InMemoryAppTokenStore(world.store);
    private final OpaqueTokens tokens =
            new OpaqueTokens(store, world.store, world, new FewPermissions(), world, world, Duration.ofDays(30));
    private final MemberConsents consents =
            new MemberConsents(store, world.store, world, world, new FewPermissions(), world, world);
    private AppClient client;

    @BeforeEach
    void grantEverything() {
        change(
                put(app(AppAvailability.ENABLED)),
                grant(ONE + "@app"),
                grant(TWO + "@app"),
                grant(ONE + "@user"),
                grant(TWO + "@user"));
        client = tokens.authenticate("bot", "secret", "here");
    }

    /** Changes the tenant as the server does: what listens hears of it before anybody gets an answer. */
    private void change(StateChange... changes) {
        long before = world.current(OneTenant.KEY).revision();
        world.force(changes);
        tokens.committed(List.of(new TenantCommit(OneTenant.KEY, before, List.of(changes), List.of())));
    }

    private static StateChange put(App app) {
        return new ChangeApps(new AppChange.PutApp(app));
    }

    private static App app(AppAvailability availability) {
        return new App(
                BOT,
                "My bot",
                OneTenant.DEV,
                Instant.parse("2026-03-01T12:00:00Z"),
                List.of(TERMS.redirectUri()),
                null,
                availability,
                new AppSecrets("digest(secret)", null, null, "sealed(key)"),
                DataRange.NOBODY);
    }

    private StateChange grant(String permission) {
        return new ChangeApps(new AppChange.PutGrant(
                new AppGrant(BOT, AppPermission.of(permission), world.instant(), Decider.ADMIN)));
    }

    private static StateChange revoke(String permission) {
        return new ChangeApps(new AppChange.RemoveGrant(BOT, AppPermission.of(permission)));
    }

    private IssuedTokens agreed(Set<PermissionName> scope) {
        String code = consents.agree(AS_AMY, AMY, consents.request(client, scope), TERMS)
                .value();
        return tokens.redeem(client, code, TERMS);
    }

    private Set<PermissionName> opened(IssuedTokens issued) {
        Caller caller = tokens.authenticate(issued.accessToken());
        return caller instanceof Caller.App app ? app.permissions() : ((Caller.Delegate) caller).permissions();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                        refusal.problem().code())
                .isEqualTo(code));
    }

    private void ended(IssuedTokens issued) {
        refused("unauthenticated", () -> tokens.authenticate(issued.accessToken()));
    }

    @Test
    void anAccessTokenLastsTwoHours() {
        IssuedTokens issued = tokens.issue(client, null);
        assertThat(tokens.authenticate(issued.accessToken()))
                .isEqualTo(new Caller.App(OneTenant.KEY, BOT, Set.of(ONE, TWO)));
        world.pass(Duration.ofHours(2).minusMillis(1));
        assertThat(opened(issued)).hasSize(2);
        world.pass(Duration.ofMillis(1));
        ended(issued);
    }

    @Test
    void aTokenOpensWhatIsGrantedNowWithinItsScope() {
        IssuedTokens all = tokens.issue(client, null);
        IssuedTokens one = tokens.issue(client, Set.of(ONE));
        assertThat(one.permissions()).containsExactly(ONE);
        assertThat(opened(one)).containsExactly(ONE);
        change(revoke(ONE + "@app"));
        assertThat(opened(all)).containsExactly(TWO);
        assertThat(opened(one)).isEmpty();
        change(grant(ONE + "@app"));
        assertThat(opened(all)).containsExactlyInAnyOrder(ONE, TWO);
        refused("invalid_scope", () -> tokens.issue(client, Set.of(new PermissionName("no:such"))));
    }

    @Test
    void whatIsNotGrantedFallsOutOfAScope() {
        change(revoke(TWO + "@app"));
        assertThat(tokens.issue(client, Set.of(ONE, TWO)).permissions()).containsExactly(ONE);
        refused("invalid_scope", () -> tokens.issue(client, Set.of(TWO)));
    }

    @Test
    void anAppThatIsSwitchedOffLosesItsTokensForGood() {
        IssuedTokens own = tokens.issue(client, null);
        IssuedTokens amys = agreed(Set.of(ONE));
        assertThat(opened(amys)).containsExactly(ONE);
        change(put(app(AppAvailability.STOPPED)));
        ended(own);
        ended(amys);
        refused("invalid_client", () -> tokens.authenticate("bot", "secret", "here"));
        refused("invalid_client", () -> tokens.issue(client, null));
        change(put(app(AppAvailability.ENABLED)));
        ended(own);
        ended(amys);
        refused("invalid_grant", () -> tokens.refresh(client, amys.refreshToken(), null));
    }

    @Test
    void aMemberWhoIsNotActiveLendsNothing() {
        IssuedTokens amys = agreed(Set.of(ONE, TWO));
        assertThat(tokens.authenticate(amys.accessToken()))
                .isEqualTo(new Caller.Delegate(OneTenant.KEY, AMY, BOT, Set.of(ONE, TWO)));
        Member amy = member(AMY);
        change(new StateChange.PutMember(amy.withStatus(MemberStatus.SUSPENDED)));
        ended(amys);
        refused("invalid_grant", () -> tokens.refresh(client, amys.refreshToken(), null));
        change(new StateChange.PutMember(amy));
        assertThat(opened(amys)).hasSize(2);
        change(new StateChange.PutPassword(AMY, "hash"));
        ended(amys);
    }

    private Member member(UserId id) {
        var directory = world.current(OneTenant.KEY).directory();
        return directory.member(directory.memberNumber(id));
    }

    @Test
    void aCodeLastsAMinuteAndIsGoodForOneTry() {
        String late = consents.agree(AS_AMY, AMY, consents.request(client, null), TERMS)
                .value();
        world.pass(Duration.ofMinutes(1));
        refused("invalid_grant", () -> tokens.redeem(client, late, TERMS));

        String mistaken = consents.agree(AS_AMY, AMY, consents.request(client, null), TERMS)
                .value();
        CodeTerms other = new CodeTerms(TERMS.redirectUri(), "another challenge");
        refused("invalid_grant", () -> tokens.redeem(client, mistaken, other));
        refused("invalid_grant", () -> tokens.redeem(client, mistaken, TERMS));

        String code = consents.agree(AS_AMY, AMY, consents.request(client, null), TERMS)
                .value();
        IssuedTokens issued = tokens.redeem(client, code, TERMS);
        assertThat(opened(issued)).hasSize(2);
        refused("invalid_grant", () -> tokens.redeem(client, code, TERMS));
        ended(issued);
        refused("invalid_grant", () -> tokens.refresh(client, issued.refreshToken(), null));
    }

    @Test
    void aRefreshTokenIsGoodOnceAndLastsAsLongAsItIsUsed() {
        IssuedTokens first = agreed(Set.of(ONE, TWO));
        world.pass(Duration.ofDays(29));
        IssuedTokens second = tokens.refresh(client, first.refreshToken(), Set.of(TWO));
        assertThat(opened(second)).containsExactly(TWO);
        world.pass(Duration.ofDays(29));
        IssuedTokens third = tokens.refresh(client, second.refreshToken(), null);
        assertThat(opened(third)).hasSize(2);
        refused("invalid_grant", () -> tokens.refresh(client, first.refreshToken(), null));
        ended(third);
        refused("invalid_grant", () -> tokens.refresh(client, third.refreshToken(), null));

        IssuedTokens unused = agreed(Set.of(ONE));
        refused("invalid_scope", () -> tokens.refresh(client, unused.refreshToken(), Set.of(TWO)));
        world.pass(Duration.ofDays(30));
        refused("invalid_grant", () -> tokens.refresh(client, unused.refreshToken(), null));
    }

    @Test
    void whatOneServerEndsIsEndedAtOnce() {
        IssuedTokens amys = agreed(Set.of(ONE));
        assertThat(opened(amys)).hasSize(1);
        assertThat(tokens.introspect(client, amys.accessToken())).isPresent();
        tokens.revoke(client, amys.accessToken());
        ended(amys);
        assertThat(tokens.introspect(client, amys.accessToken())).isEmpty();
        IssuedTokens next = tokens.refresh(client, amys.refreshToken(), null);
        assertThat(opened(next)).hasSize(1);
        tokens.revoke(client, next.refreshToken());
        ended(next);
    }

    @Test
    void consentsAddUpAndAreTakenBackAsAWhole() {
        IssuedTokens first = agreed(Set.of(ONE));
        IssuedTokens second = agreed(Set.of(TWO));
        assertThat(consents.of(OneTenant.KEY, AMY))
                .singleElement()
                .satisfies(consent -> assertThat(consent.permissions()).containsExactlyInAnyOrder(ONE, TWO));
        consents.withdraw(OneTenant.KEY, AS_AMY, AMY, BOT);
        tokens.committed(List.of(
                new TenantCommit(OneTenant.KEY, 1, List.of(new StateChange.RemoveConsent(AMY, BOT)), List.of())));
        ended(first);
        ended(second);
        refused("not_found", () -> consents.withdraw(OneTenant.KEY, AS_AMY, AMY, BOT));
        assertThat(world.audit)
                .extracting(note -> note.action())
                .containsSubsequence("app_consent.give", "app_consent.give", "app_consent.withdraw");
    }

    @Test
    void guessersWaitAndTheAppItselfDoesNot() {
        for (int guess = 0; guess < 5; guess++) {
            refused("invalid_client", () -> tokens.authenticate("bot", "guess", "there"));
        }
        refused("rate_limited", () -> tokens.authenticate("bot", "secret", "there"));
        assertThat(tokens.authenticate("bot", "secret", "here").app().id()).isEqualTo(BOT);
        world.pass(Duration.ofMinutes(15));
        assertThat(tokens.authenticate("bot", "secret", "there").app().id()).isEqualTo(BOT);
        refused("invalid_client", () -> tokens.authenticate("no-such-app", "secret", "here"));
        refused("invalid_client", () -> tokens.authenticate("not an id", "secret", "here"));
    }

    @Test
    void anEarlierSecretHoldsAsLongAsItOverlaps() {
        Instant until = world.instant().plusSeconds(60);
        App renewed = app(AppAvailability.ENABLED)
                .withSecrets(new AppSecrets("digest(new)", "digest(secret)", until, "sealed(key)"));
        change(put(renewed));
        assertThat(tokens.authenticate("bot", "secret", "here")).isNotNull();
        assertThat(tokens.authenticate("bot", "new", "here")).isNotNull();
        world.pass(Duration.ofSeconds(60));
        refused("invalid_client", () -> tokens.authenticate("bot", "secret", "here"));
    }
}
