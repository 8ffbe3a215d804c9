package org.sightline.apps.internal.tokens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppClient;
import org.sightline.apps.IssuedTokens;
import org.sightline.apps.internal.Secrets;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AppTokenStore.CodeTerms;
import org.sightline.store.AppTokenStore.FoundToken;
import org.sightline.store.AppTokenStore.StoredToken;
import org.sightline.store.AppTokenStore.TokenKind;

/**
 * Exchanges codes and refresh tokens for tokens that act for a member (docs/concepts.md, "Tokens for members"). Each is
 * good for one exchange. Who comes with a used one has stolen it, or was robbed; nobody can tell, so everything that came
 * from the same consent ends.
 */
final class Exchanges {

    private final OpenTokens tokens;
    private final TokenHolders holders;
    private final Scopes scopes;
    private final SecretBox box;
    private final InstantSource clock;
    private final Duration refreshLifetime;
    private final Secrets secrets = new Secrets();

    Exchanges(
            OpenTokens tokens,
            TokenHolders holders,
            Scopes scopes,
            SecretBox box,
            InstantSource clock,
            Duration refreshLifetime) {
        this.tokens = tokens;
        this.holders = holders;
        this.scopes = scopes;
        this.box = box;
        this.clock = clock;
        this.refreshLifetime = refreshLifetime;
    }

    /** Exchanges a code; the first try of its app counts, whatever comes of it. */
    IssuedTokens redeem(AppClient client, String code, CodeTerms presented) {
        FoundToken found = unused(client, code, TokenForm.CODE);
        if (!presented.equals(found.token().terms())) {
            tokens.end(found.authorization());
            throw invalidGrant();
        }
        return exchange(found, found.token().scope());
    }

    /** Exchanges a refresh token. */
    IssuedTokens refresh(AppClient client, String refreshToken, @Nullable Set<PermissionName> scope) {
        FoundToken found = unused(client, refreshToken, TokenForm.REFRESH);
        @Nullable Set<PermissionName> agreed = found.token().scope();
        if (scope != null && agreed != null && !agreed.containsAll(scope)) {
            throw Scopes.invalid("the scope names something that the member has not agreed to");
        }
        return exchange(found, scope == null ? agreed : scope);
    }

    /** Returns a code or refresh token of the app's own that can be exchanged. */
    private FoundToken unused(AppClient client, String token, TokenForm form) {
        FoundToken found = Optional.of(token)
                .filter(form::isFormOf)
                .flatMap(text -> tokens.find(box.digest(text)))
                .filter(each -> each.token().kind() == form.kind())
                .filter(each -> each.isOf(client.tenant(), client.app().id()))
                .orElseThrow(Exchanges::invalidGrant);
        if (found.token().usedAt() != null) {
            tokens.end(found.authorization());
            throw invalidGrant();
        }
        if (!clock.instant().isBefore(found.token().expiresAt())) {
            throw invalidGrant();
        }
        return found;
    }

    private IssuedTokens exchange(FoundToken found, @Nullable Set<PermissionName> scope) {
        TenantSnapshot tenant = holders.holderNow(found.authorization()).orElseThrow(Exchanges::invalidGrant);
        Set<PermissionName> granted =
                Opened.granted(tenant.apps(), found.authorization().app(), Identity.USER);
        @Nullable Set<PermissionName> narrowed = scopes.narrowed(scope, Identity.USER, granted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String access = TokenForm.ACCESS.random(secrets);
        String refresh = TokenForm.REFRESH.random(secrets);
        List<StoredToken> successors = List.of(
                successor(found, access, TokenKind.ACCESS, scope, now, OpaqueTokens.ACCESS_LIFETIME),
                successor(found, refresh, TokenKind.REFRESH, found.token().scope(), now, refreshLifetime));
        if (!tokens.exchange(found, now, successors)) {
            tokens.end(found.authorization());
            throw invalidGrant();
        }
        return new IssuedTokens(access, OpaqueTokens.ACCESS_LIFETIME, narrowed == null ? granted : narrowed, refresh);
    }

    private StoredToken successor(
            FoundToken found,
            String token,
            TokenKind kind,
            @Nullable Set<PermissionName> scope,
            Instant now,
            Duration lifetime) {
        return new StoredToken(
                box.digest(token), kind, found.authorization().id(), scope, now, now.plus(lifetime), null, null);
    }

    private static ProblemException invalidGrant() {
        return Problem.of(
                        ProblemKind.MALFORMED,
                        Codes.INVALID_GRANT,
                        "the code or refresh token does not hold for this app and this request, or no longer")
                .exception();
    }
}
