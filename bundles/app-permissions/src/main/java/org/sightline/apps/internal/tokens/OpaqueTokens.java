package org.sightline.apps.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.AppTokens;
import org.sightline.access.Caller;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppAuthorization;
import org.sightline.apps.AppClient;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.IssuedTokens;
import org.sightline.apps.TokenFacts;
import org.sightline.apps.internal.AppSettings;
import org.sightline.apps.internal.Secrets;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.CommitListener;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AppTokenStore;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;
import org.sightline.store.StateChange;
import org.sightline.store.StoreListener;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** Tokens that say nothing by themselves: what they open is looked up at every call. */
@Component(
        service = {AppTokens.class, AppAuthorization.class, CommitListener.class, StoreListener.class},
        configurationPid = AppSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OpaqueTokens implements AppTokens, AppAuthorization, CommitListener, StoreListener {

    /** How long an access token lasts. */
    static final Duration ACCESS_LIFETIME = Duration.ofHours(2);

    private static final int MOST_DAYS = 365;

    private final OpenTokens tokens;
    private final TokenHolders holders;
    private final Clients clients;
    private final Scopes scopes;
    private final Exchanges exchanges;
    private final Inspection inspection;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final InstantSource clock;
    private final Secrets secrets = new Secrets();

    /** Works with these. */
    @Activate
    public OpaqueTokens(
            @Reference(name = "store") AppTokenStore store,
            @Reference(name = "tenants") TenantStore tenants,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "catalogue") AppPermissions catalogue,
            @Reference(name = "secretBox") SecretBox box,
            @Reference(name = "clock") Clock clock,
            AppSettings settings) {
        this(store, tenants, snapshots, catalogue, box, clock, Duration.ofDays(settings.refresh_token_days()));
    }

    /** Works with these. */
    OpaqueTokens(
            AppTokenStore store,
            TenantStore tenants,
            Snapshots snapshots,
            AppPermissions catalogue,
            SecretBox box,
            InstantSource clock,
            Duration refreshLifetime) {
        if (refreshLifetime.compareTo(Duration.ofDays(1)) < 0
                || refreshLifetime.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new IllegalArgumentException("refresh.token.days must be from 1 to " + MOST_DAYS);
        }
        this.tokens = new OpenTokens(store);
        this.holders = new TokenHolders(tokens, snapshots, box, clock);
        this.clients = new Clients(tenants, snapshots, box, clock);
        this.scopes = new Scopes(catalogue);
        this.exchanges = new Exchanges(tokens, holders, scopes, box, clock, refreshLifetime);
        this.inspection = new Inspection(tokens, holders, box, clock);
        this.snapshots = snapshots;
        this.box = box;
        this.clock = clock;
    }

    @Override
    public Caller authenticate(String token) {
        return holders.holder(token);
    }

    @Override
    public AppClient authenticate(String clientId, String secret, String origin) {
        return clients.authenticate(clientId, secret, origin);
    }

    @Override
    public IssuedTokens issue(AppClient client, @Nullable Set<PermissionName> scope) {
        TenantSnapshot tenant = snapshots.current(client.tenant());
        AppId app = client.app().id();
        Set<PermissionName> granted = Opened.granted(tenant.apps(), app, Identity.APP);
        @Nullable Set<PermissionName> narrowed = scopes.narrowed(scope, Identity.APP, granted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredAuthorization authorization = new StoredAuthorization(secrets.next(), client.tenant(), app, null, now);
        String access = TokenForm.ACCESS.random(secrets);
        StoredToken token = new StoredToken(
                box.digest(access),
                TokenKind.ACCESS,
                authorization.id(),
                narrowed,
                now,
                now.plus(ACCESS_LIFETIME),
                null,
                null);
        if (!tokens.open(authorization, token)) {
            throw Clients.invalidClient();
        }
        return new IssuedTokens(access, ACCESS_LIFETIME, narrowed == null ? granted : narrowed, null);
    }

    @Override
    public IssuedTokens redeem(AppClient client, String code, CodeTerms presented) {
        return exchanges.redeem(client, code, presented);
    }

    @Override
    public IssuedTokens refresh(AppClient client, String refreshToken, @Nullable Set<PermissionName> scope) {
        return exchanges.refresh(client, refreshToken, scope);
    }

    @Override
    public void revoke(AppClient client, String token) {
        inspection.revoke(client, token);
    }

    @Override
    public Optional<TokenFacts> introspect(AppClient client, String token) {
        return inspection.introspect(client, token);
    }

    /** What a commit has ended in the store ends here, too, before whoever made it gets the answer. */
    @Override
    public void committed(List<TenantCommit> commits) {
        for (TenantCommit commit : commits) {
            commit.changes().forEach(change -> noteEnding(commit.tenant(), change));
        }
    }

    /** What other servers have ended ends here, too. */
    @Override
    public void lookAgain() {
        tokens.lookAgain();
    }

    private void noteEnding(TenantKey tenant, StateChange change) {
        if (change instanceof StateChange.PutPassword put) {
            tokens.endedOf(tenant, put.id());
        } else if (change instanceof StateChange.RemoveConsent take) {
            tokens.endedOf(tenant, take.user());
        } else if (change instanceof StateChange.ChangeApps changed) {
            if (changed.change() instanceof AppChange.PutApp put && !put.app().enabled()) {
                tokens.endedOf(tenant, put.app().id());
            } else if (changed.change() instanceof AppChange.RemoveApp remove) {
                tokens.endedOf(tenant, remove.id());
            }
        }
    }
}
