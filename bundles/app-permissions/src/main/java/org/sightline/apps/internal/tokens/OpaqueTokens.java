package org.sightline.apps.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.AppTokens;
import org.sightline.access.Caller;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppAuthorization;
import org.sightline.apps.AppClient;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.IssuedTokens;
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
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/** Tokens that say nothing by themselves: what they open is looked up at every call. */
@Component(service = {AppTokens.class, AppAuthorization.class, CommitListener.class})
public final class OpaqueTokens implements AppTokens, AppAuthorization, CommitListener {

    private static final Duration ACCESS_LIFETIME = Duration.ofHours(2);

    private final OpenTokens tokens;
    private final TokenHolders holders;
    private final Clients clients;
    private final Scopes scopes;
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
            @Reference(name = "clock") Clock clock) {
        this.tokens = new OpenTokens(store);
        this.holders = new TokenHolders(tokens, snapshots, box, clock);
        this.clients = new Clients(tenants, snapshots, box, clock);
        this.scopes = new Scopes(catalogue);
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

    /** What a commit has ended in the store ends here, too, before whoever made it gets the answer. */
    @Override
    public void committed(List<TenantCommit> commits) {
        for (TenantCommit commit : commits) {
            commit.changes().forEach(change -> noteEnding(commit.tenant(), change));
        }
    }

    private void noteEnding(TenantKey tenant, StateChange change) {
        if (change instanceof StateChange.PutPassword put) {
            tokens.endedOf(tenant, put.id());
        } else if (change instanceof StateChange.ChangeApps changed) {
            if (changed.change() instanceof AppChange.PutApp put && !put.app().enabled()) {
                tokens.endedOf(tenant, put.app().id());
            } else if (changed.change() instanceof AppChange.RemoveApp remove) {
                tokens.endedOf(tenant, remove.id());
            }
        }
    }
}
