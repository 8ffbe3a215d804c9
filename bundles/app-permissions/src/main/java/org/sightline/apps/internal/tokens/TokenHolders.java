package org.sightline.apps.internal.tokens;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.access.SecretBox;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;

/**
 * Who holds an access token, and what it opens at this moment (docs/concepts.md, "Tokens of apps"): asked in the newest
 * snapshot at every call, so that what is taken back, switched off or suspended counts from the next call on.
 */
final class TokenHolders {

    private final OpenTokens tokens;
    private final Snapshots snapshots;
    private final SecretBox box;
    private final InstantSource clock;

    TokenHolders(OpenTokens tokens, Snapshots snapshots, SecretBox box, InstantSource clock) {
        this.tokens = tokens;
        this.snapshots = snapshots;
        this.box = box;
        this.clock = clock;
    }

    /** Returns who sends an access token. */
    Caller holder(String token) {
        return known(token).flatMap(this::callerNow).orElseThrow(TokenHolders::unauthenticated);
    }

    private Optional<OpenTokens.Known> known(String token) {
        if (!TokenForm.ACCESS.isFormOf(token)) {
            return Optional.empty();
        }
        return tokens.access(box.digest(token))
                .filter(known -> lives(known.found().token()));
    }

    /** Whether an access token has not expired. */
    private boolean lives(StoredToken token) {
        return token.kind() == TokenKind.ACCESS && clock.instant().isBefore(token.expiresAt());
    }

    private Optional<Caller> callerNow(OpenTokens.Known known) {
        StoredAuthorization authorization = known.found().authorization();
        return holderNow(authorization).map(tenant -> {
            Set<PermissionName> permissions = permissions(known, tenant.apps());
            UserId user = authorization.user();
            return user == null
                    ? new Caller.App(authorization.tenant(), authorization.app(), permissions)
                    : new Caller.Delegate(authorization.tenant(), user, authorization.app(), permissions);
        });
    }

    /** Returns the state of the tenant in which app and member work; empty when one of them does not. */
    Optional<TenantSnapshot> holderNow(StoredAuthorization authorization) {
        return snapshot(snapshots, authorization.tenant())
                .filter(tenant -> tenant.apps()
                        .app(authorization.app())
                        .filter(App::enabled)
                        .isPresent())
                .filter(tenant -> isActive(tenant.directory(), authorization.user()));
    }

    private static boolean isActive(DirectorySnapshot directory, @Nullable UserId user) {
        if (user == null) {
            return true;
        }
        int number = directory.memberNumber(user);
        return number != DirectorySnapshot.NONE && directory.isActive(number);
    }

    @SuppressWarnings("ReferenceEquality") // the very same state: comparing by value would cost what is saved
    private static Set<PermissionName> permissions(OpenTokens.Known known, AppState state) {
        Opened before = known.opened();
        if (before != null && before.state() == state) {
            return before.permissions();
        }
        StoredAuthorization authorization = known.found().authorization();
        Opened now = Opened.of(
                state,
                authorization.app(),
                identity(authorization),
                known.found().token().scope());
        known.remember(now);
        return now.permissions();
    }

    /** Returns as whom the holder of an authorization calls. */
    static Identity identity(StoredAuthorization authorization) {
        return authorization.user() == null ? Identity.APP : Identity.USER;
    }

    /** Returns a tenant's newest state; empty for an unknown tenant. */
    static Optional<TenantSnapshot> snapshot(Snapshots snapshots, TenantKey tenant) {
        try {
            return Optional.of(snapshots.current(tenant));
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static ProblemException unauthenticated() {
        return Problem.of(
                        ProblemKind.UNAUTHENTICATED,
                        Codes.UNAUTHENTICATED,
                        "the token is not valid, or no longer; get a new one at `/oauth/token`")
                .exception();
    }
}
