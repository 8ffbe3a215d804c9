package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppAvailability;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.AppTokenStore.FoundToken;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;
import org.sightline.store.StateChange.ChangeApps;
import org.sightline.store.StateChange.PutConsent;
import org.sightline.store.StateChange.PutPassword;
import org.sightline.store.StateChange.RemoveConsent;
import org.sightline.store.TenantStore;

/** Tokens are found until they or their authorization end, and are exchanged at most once. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class AppTokenStoreContract {

    private static final Instant NOON = Specimens.NOON;
    private static final UserId ANNA = new UserId("anna");
    private static final UserId OTHER_ANNA = new UserId("Anna");
    private static final Set<PermissionName> TWO =
            Set.of(new PermissionName("contact:user.email:readonly"), new PermissionName("docs:document.content:read"));
    private static final int RACERS = 8;

    private StoredTenant tenant;
    private StoredTenant other;
    private AppId app;
    private AppId second;

    /** Returns the store under test. */
    protected abstract AppTokenStore tokens();

    /** Returns the tenant store on the same database. */
    protected abstract TenantStore tenants();

    @BeforeEach
    void createTenants() {
        tenant = new StoredTenant(tenants());
        tenant.create();
        other = new StoredTenant(tenants());
        other.create();
        app = AppId.random();
        second = AppId.random();
        tenant.commit(put(AppSpecimens.app(app)), put(AppSpecimens.app(second)));
    }

    private static ChangeApps put(App changed) {
        return new ChangeApps(new AppChange.PutApp(changed));
    }

    private static ChangeApps switched(AppId id, AppAvailability availability) {
        return put(AppSpecimens.app(id).with("Bot", List.of(), null, availability));
    }

    private FoundToken open(
            AppId of, @Nullable UserId user, @Nullable Set<PermissionName> scope, @Nullable CodeTerms terms) {
        StoredAuthorization authorization =
                new StoredAuthorization(TenantKey.random().value(), tenant.key(), of, user, NOON);
        TokenKind kind = terms == null ? TokenKind.ACCESS : TokenKind.CODE;
        StoredToken token = token(authorization.id(), kind, scope, Duration.ofHours(2), terms);
        assertThat(tokens().open(authorization, token)).isTrue();
        return new FoundToken(token, authorization);
    }

    private static StoredToken token(
            String authorization,
            TokenKind kind,
            @Nullable Set<PermissionName> scope,
            Duration life,
            @Nullable CodeTerms terms) {
        return new StoredToken(
                "hmac-" + TenantKey.random(), kind, authorization, scope, NOON, NOON.plus(life), null, terms);
    }

    private boolean isThere(FoundToken token) {
        String digest = token.token().digest();
        boolean found = tokens().find(digest).isPresent();
        assertThat(tokens().present(Set.of(digest, "unheard-of"))).isEqualTo(found ? Set.of(digest) : Set.of());
        return found;
    }

    @Test
    void aTokenIsFoundAsItWasKept() {
        FoundToken ofTheApp = open(app, null, null, null);
        FoundToken limited = open(app, ANNA, TWO, null);
        FoundToken code = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb?a=b&c=é", "challenge"));

        for (FoundToken each : List.of(ofTheApp, limited, code)) {
            assertThat(tokens().find(each.token().digest())).contains(each);
        }
        assertThat(tokens().find(code.token().digest() + "x")).isEmpty();
    }

    @Test
    void nothingIsKeptForAnAppThatDoesNotWork() {
        tenant.commit(switched(app, AppAvailability.STOPPED));
        for (AppId useless : List.of(app, AppId.random())) {
            StoredAuthorization authorization =
                    new StoredAuthorization(TenantKey.random().value(), tenant.key(), useless, null, NOON);
            StoredToken token = token(authorization.id(), TokenKind.ACCESS, null, Duration.ofHours(2), null);
            assertThat(tokens().open(authorization, token)).isFalse();
            assertThat(tokens().find(token.digest())).isEmpty();
        }
    }

    @Test
    void oneTokenEndsAloneAndAnAuthorizationWithAllItHas() {
        FoundToken first = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb", "challenge"));
        StoredToken access = token(first.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
        StoredToken refresh = token(first.authorization().id(), TokenKind.REFRESH, TWO, Duration.ofDays(30), null);
        assertThat(tokens().exchange(first, NOON.plusSeconds(1), List.of(access, refresh)))
                .isTrue();
        FoundToken neighbour = open(app, ANNA, TWO, null);

        tokens().remove(new FoundToken(access, first.authorization()));
        tokens().remove(new FoundToken(access, first.authorization()));
        assertThat(tokens().find(access.digest())).isEmpty();
        assertThat(tokens().find(refresh.digest())).isPresent();

        tokens().end(first.authorization());
        tokens().end(first.authorization());
        assertThat(tokens().find(refresh.digest())).isEmpty();
        assertThat(isThere(first)).isFalse();
        assertThat(isThere(neighbour)).isTrue();
    }

    @Test
    void aTokenIsExchangedOnce() {
        FoundToken code = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb", "challenge"));
        StoredToken access = token(code.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
        StoredToken again = token(code.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
        Instant later = NOON.plusSeconds(1);

        assertThat(tokens().exchange(code, later, List.of(access))).isTrue();
        assertThat(tokens().exchange(code, later, List.of(again))).isFalse();

        assertThat(tokens().find(access.digest())).isPresent();
        assertThat(tokens().find(again.digest())).isEmpty();
        assertThat(tokens().find(code.token().digest()).orElseThrow().token().usedAt())
                .isEqualTo(later);
        tokens().end(code.authorization());
        assertThat(tokens().exchange(code, later, List.of())).isFalse();
    }

    @Test
    void ofManyExchangesAtTheSameTimeOneSucceeds() throws Exception {
        FoundToken code = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb", "challenge"));
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        List<StoredToken> successors = new ArrayList<>();
        List<Future<Boolean>> results = new ArrayList<>();
        try {
            for (int racer = 0; racer < RACERS; racer++) {
                StoredToken mine = token(code.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
                successors.add(mine);
                results.add(racers.submit(() -> {
                    start.await();
                    return tokens().exchange(code, NOON.plusSeconds(1), List.of(mine));
                }));
            }
            int successes = 0;
            for (int racer = 0; racer < RACERS; racer++) {
                boolean won = results.get(racer).get();
                assertThat(tokens().find(successors.get(racer).digest()).isPresent())
                        .isEqualTo(won);
                successes += won ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        } finally {
            racers.shutdownNow();
        }
    }

    @Test
    void nothingOutlivesAnAuthorizationThatEndsDuringAnExchange() throws Exception {
        ExecutorService racers = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                FoundToken code = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb", "challenge"));
                StoredToken access = token(code.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> exchange = racers.submit(() -> {
                    start.await();
                    return tokens().exchange(code, NOON.plusSeconds(1), List.of(access));
                });
                Future<?> end = racers.submit(() -> {
                    start.await();
                    tokens().end(code.authorization());
                    return null;
                });
                exchange.get();
                end.get();
                assertThat(tokens().find(access.digest())).isEmpty();
                assertThat(isThere(code)).isFalse();
            }
        } finally {
            racers.shutdownNow();
        }
    }

    @Test
    void anAppThatIsSwitchedOffOrRemovedLosesEverythingForGood() {
        for (boolean remove : List.of(false, true)) {
            AppId ended = remove ? app : second;
            FoundToken ofTheApp = open(ended, null, null, null);
            FoundToken ofAnna = open(ended, ANNA, TWO, null);
            FoundToken neighbour = open(remove ? second : app, ANNA, TWO, null);

            tenant.commit(
                    remove
                            ? new ChangeApps(new AppChange.RemoveApp(ended))
                            : switched(ended, AppAvailability.DISABLED));
            tenant.commit(switched(ended, AppAvailability.ENABLED));

            assertThat(isThere(ofTheApp)).isFalse();
            assertThat(isThere(ofAnna)).isFalse();
            assertThat(isThere(neighbour)).isTrue();
        }
    }

    @Test
    void aNewNameOfAnAppEndsNothing() {
        FoundToken token = open(app, null, null, null);
        tenant.commit(put(AppSpecimens.app(app).with("Botty", List.of(), null, AppAvailability.ENABLED)));
        assertThat(isThere(token)).isTrue();
    }

    @Test
    void aNewPasswordEndsWhatTheMemberAgreedTo() {
        FoundToken hers = open(app, ANNA, TWO, null);
        FoundToken otherApp = open(second, ANNA, TWO, null);
        FoundToken neighbour = open(app, OTHER_ANNA, TWO, null);
        FoundToken ofTheApp = open(app, null, null, null);
        other.commit(new PutPassword(ANNA, "elsewhere"));
        assertThat(isThere(hers)).isTrue();

        tenant.commit(new PutPassword(ANNA, "new"));

        assertThat(isThere(hers)).isFalse();
        assertThat(isThere(otherApp)).isFalse();
        assertThat(isThere(neighbour)).isTrue();
        assertThat(isThere(ofTheApp)).isTrue();
    }

    @Test
    void whatHasExpiredIsSweptOutWhenNothingNeedsIt() {
        FoundToken access = open(app, null, null, null);
        FoundToken code = open(app, ANNA, TWO, new CodeTerms("https://example.org/cb", "challenge"));
        StoredToken refresh = token(code.authorization().id(), TokenKind.REFRESH, TWO, Duration.ofDays(30), null);
        tokens().exchange(code, NOON.plusSeconds(1), List.of(refresh));

        tokens().removeExpired(access.token().expiresAt());
        assertThat(isThere(access)).isTrue();
        tokens().removeExpired(access.token().expiresAt().plusSeconds(1));
        assertThat(isThere(access)).isFalse();
        assertThat(isThere(code))
                .as("a used code tells of theft while its tokens live")
                .isTrue();
        assertThat(tokens().find(refresh.digest())).isPresent();

        tokens().removeExpired(refresh.expiresAt().plusSeconds(1));
        assertThat(isThere(code)).isFalse();
        assertThat(tokens().find(refresh.digest())).isEmpty();
    }

    private FoundToken agree(UserId user, AppId to, Set<PermissionName> permissions) {
        StoredAuthorization authorization =
                new StoredAuthorization(TenantKey.random().value(), tenant.key(), to, user, NOON);
        StoredToken code = token(
                authorization.id(),
                TokenKind.CODE,
                permissions,
                Duration.ofMinutes(1),
                new CodeTerms("https://example.org/cb", "challenge"));
        tenant.commit(new PutConsent(new AppConsent(user, to, permissions, NOON), authorization, code));
        return new FoundToken(code, authorization);
    }

    @Test
    void aConsentComesWithACodeAndGoesWithAllThatCameOfIt() {
        FoundToken code = agree(ANNA, app, TWO);
        FoundToken elsewhere = agree(ANNA, second, TWO);
        FoundToken neighbour = agree(OTHER_ANNA, app, TWO);
        assertThat(tokens().find(code.token().digest())).contains(code);
        StoredToken access = token(code.authorization().id(), TokenKind.ACCESS, TWO, Duration.ofHours(2), null);
        assertThat(tokens().exchange(code, NOON.plusSeconds(1), List.of(access)))
                .isTrue();
        assertThat(tokens().consents(tenant.key(), ANNA))
                .extracting(AppConsent::app)
                .containsExactlyInAnyOrder(app, second)
                .isSorted();

        tenant.commit(new RemoveConsent(ANNA, app));

        assertThat(tokens().find(access.digest())).isEmpty();
        assertThat(isThere(code)).isFalse();
        assertThat(isThere(elsewhere)).isTrue();
        assertThat(isThere(neighbour)).isTrue();
        assertThat(tokens().consents(tenant.key(), ANNA)).containsExactly(new AppConsent(ANNA, second, TWO, NOON));
        assertThat(tokens().consents(tenant.key(), OTHER_ANNA)).hasSize(1);
        assertThat(tokens().consents(other.key(), ANNA)).isEmpty();
    }

    @Test
    void theLastConsentCountsAndEndsNothing() {
        FoundToken first = agree(ANNA, app, TWO);
        Set<PermissionName> one = Set.of(new PermissionName("contact:user.email:readonly"));
        FoundToken second = agree(ANNA, app, one);

        assertThat(tokens().consents(tenant.key(), ANNA)).containsExactly(new AppConsent(ANNA, app, one, NOON));
        assertThat(isThere(first)).isTrue();
        assertThat(isThere(second)).isTrue();
    }

    @Test
    void consentsGoWithTheAppAndStayWhenItIsSwitchedOff() {
        agree(ANNA, app, TWO);
        tenant.commit(switched(app, AppAvailability.DISABLED));
        assertThat(tokens().consents(tenant.key(), ANNA)).hasSize(1);
        tenant.commit(new ChangeApps(new AppChange.RemoveApp(app)));
        assertThat(tokens().consents(tenant.key(), ANNA)).isEmpty();
    }

    @Test
    void aDroppedTenantLeavesNoTokens() {
        FoundToken token = agree(ANNA, app, TWO);
        tenants().drop(tenant.key(), Specimens.dropped(tenant.key()));
        assertThat(isThere(token)).isFalse();
        assertThat(tokens().consents(tenant.key(), ANNA)).isEmpty();
    }
}
