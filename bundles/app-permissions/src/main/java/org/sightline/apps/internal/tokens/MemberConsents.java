package org.sightline.apps.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppClient;
import org.sightline.apps.AppConsents;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.ConsentRequest;
import org.sightline.apps.internal.Refusals;
import org.sightline.apps.internal.Secrets;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.Proposal;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;
import org.sightline.store.StateChange;
import org.sightline.store.TenantStore;

/** Consents in the tenant's own order of changes, so that none slips past an app, a member or a password that goes. */
@Component
public final class MemberConsents implements AppConsents {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final String KIND = "app_consent";

    private final AppTokenStore store;
    private final Changes changes;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final InstantSource clock;
    private final Clients clients;
    private final Scopes scopes;
    private final Secrets secrets = new Secrets();

    /** Works with these. */
    @Activate
    public MemberConsents(
            @Reference(name = "store") AppTokenStore store,
            @Reference(name = "tenants") TenantStore tenants,
            @Reference(name = "changes") Changes changes,
            @Reference(name = "snapshots") Snapshots snapshots,
            @Reference(name = "catalogue") AppPermissions catalogue,
            @Reference(name = "secretBox") SecretBox box,
            @Reference(name = "clock") Clock clock) {
        this.store = store;
        this.changes = changes;
        this.snapshots = snapshots;
        this.box = box;
        this.clock = clock;
        this.clients = new Clients(tenants, snapshots, box, clock);
        this.scopes = new Scopes(catalogue);
    }

    @Override
    public Optional<AppClient> client(String clientId) {
        return clients.find(clientId).filter(client -> client.app().enabled());
    }

    @Override
    public ConsentRequest request(AppClient client, @Nullable Set<PermissionName> scope) {
        Set<PermissionName> granted = Opened.granted(
                snapshots.current(client.tenant()).apps(), client.app().id(), Identity.USER);
        @Nullable Set<PermissionName> wanted = scopes.narrowed(scope, Identity.USER, granted);
        if (wanted == null && granted.isEmpty()) {
            throw Scopes.invalid("the app is granted nothing that it could do for a member");
        }
        return new ConsentRequest(client, wanted == null ? granted : wanted);
    }

    @Override
    public Committed<String> agree(Actor actor, UserId user, ConsentRequest request, CodeTerms terms) {
        TenantKey tenant = request.client().tenant();
        AppId app = request.client().app().id();
        String code = TokenForm.CODE.random(secrets);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredAuthorization authorization = new StoredAuthorization(secrets.next(), tenant, app, user, now);
        StoredToken token = new StoredToken(
                box.digest(code),
                TokenKind.CODE,
                authorization.id(),
                request.permissions(),
                now,
                now.plus(CODE_LIFETIME),
                null,
                terms);
        return changes.apply(tenant, actor, state -> {
            requireBoth(state, app, user);
            Optional<AppConsent> before = find(tenant, user, app);
            AppConsent after = new AppConsent(user, app, together(before, request.permissions()), now);
            return new Proposal<>(
                    List.of(new StateChange.PutConsent(after, authorization, token)),
                    List.of(note("app_consent.give", before.orElse(null), after)),
                    code);
        });
    }

    private static void requireBoth(TenantSnapshot state, AppId app, UserId user) {
        if (state.apps().app(app).filter(App::enabled).isEmpty()) {
            throw Refusals.notFound("app", app.value());
        }
        DirectorySnapshot directory = state.directory();
        int number = directory.memberNumber(user);
        if (number == DirectorySnapshot.NONE || !directory.isActive(number)) {
            throw Refusals.notFound("member", user.value());
        }
    }

    private static Set<PermissionName> together(Optional<AppConsent> before, Set<PermissionName> more) {
        Set<PermissionName> all = new TreeSet<>(more);
        before.ifPresent(consent -> all.addAll(consent.permissions()));
        return all;
    }

    private Optional<AppConsent> find(TenantKey tenant, UserId user, AppId app) {
        return store.consents(tenant, user).stream()
                .filter(consent -> consent.app().equals(app))
                .findFirst();
    }

    @Override
    public List<AppConsent> of(TenantKey tenant, UserId user) {
        return store.consents(tenant, user);
    }

    @Override
    public Committed<AppConsent> withdraw(TenantKey tenant, Actor actor, UserId user, AppId app) {
        return changes.apply(tenant, actor, state -> {
            AppConsent before =
                    find(tenant, user, app).orElseThrow(() -> Refusals.notFound("consent for app", app.value()));
            return new Proposal<>(
                    List.of(new StateChange.RemoveConsent(user, app)),
                    List.of(note("app_consent.withdraw", before, null)),
                    before);
        });
    }

    private static Proposal.AuditNote note(String action, @Nullable AppConsent before, @Nullable AppConsent after) {
        AppConsent any = after != null ? after : before;
        if (any == null) {
            throw new IllegalArgumentException("a note about nothing");
        }
        return new Proposal.AuditNote(action, KIND, any.app().value(), audited(before), audited(after));
    }

    private static @Nullable Object audited(@Nullable AppConsent consent) {
        return consent == null
                ? null
                : Map.of(
                        "user_id", consent.user().value(),
                        "app_id", consent.app().value(),
                        "permissions",
                                consent.permissions().stream()
                                        .map(PermissionName::value)
                                        .toList());
    }
}
