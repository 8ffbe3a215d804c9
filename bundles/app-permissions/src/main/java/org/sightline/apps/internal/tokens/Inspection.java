package org.sightline.apps.internal.tokens;

import java.time.InstantSource;
import java.util.Optional;
import org.sightline.access.SecretBox;
import org.sightline.apps.AppClient;
import org.sightline.apps.TokenFacts;
import org.sightline.directory.TenantSnapshot;
import org.sightline.store.AppTokenStore.FoundToken;
import org.sightline.store.AppTokenStore.StoredAuthorization;
import org.sightline.store.AppTokenStore.TokenKind;

/** What apps may know and end of their own tokens; others' are as if they did not exist. */
final class Inspection {

    private final OpenTokens tokens;
    private final TokenHolders holders;
    private final SecretBox box;
    private final InstantSource clock;

    Inspection(OpenTokens tokens, TokenHolders holders, SecretBox box, InstantSource clock) {
        this.tokens = tokens;
        this.holders = holders;
        this.box = box;
        this.clock = clock;
    }

    /** Ends an access token alone, and with any other token everything that came from the same consent. */
    void revoke(AppClient client, String token) {
        own(client, token).ifPresent(found -> {
            boolean stands = found.token().kind() == TokenKind.ACCESS
                    && found.authorization().user() != null;
            if (stands) {
                tokens.remove(found);
            } else {
                tokens.end(found.authorization());
            }
        });
    }

    /** Returns what is true of a token that works right now. */
    Optional<TokenFacts> introspect(AppClient client, String token) {
        return own(client, token)
                .filter(found -> found.token().kind() != TokenKind.CODE)
                .filter(found -> found.token().usedAt() == null)
                .filter(found -> clock.instant().isBefore(found.token().expiresAt()))
                .flatMap(found -> holders.holderNow(found.authorization()).map(tenant -> facts(found, tenant)));
    }

    private static TokenFacts facts(FoundToken found, TenantSnapshot tenant) {
        StoredAuthorization authorization = found.authorization();
        return new TokenFacts(
                authorization.tenant(),
                authorization.app(),
                authorization.user(),
                Opened.of(
                                tenant.apps(),
                                authorization.app(),
                                TokenHolders.identity(authorization),
                                found.token().scope())
                        .permissions(),
                found.token().kind() == TokenKind.REFRESH,
                found.token().createdAt(),
                found.token().expiresAt());
    }

    private Optional<FoundToken> own(AppClient client, String token) {
        return TokenForm.any(token)
                ? tokens.find(box.digest(token))
                        .filter(found ->
                                found.isOf(client.tenant(), client.app().id()))
                : Optional.empty();
    }
}
