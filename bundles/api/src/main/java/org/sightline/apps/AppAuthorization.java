package org.sightline.apps;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.PermissionName;
import org.sightline.store.AppTokenStore.CodeTerms;

/** Gives tokens to apps and takes them back (docs/concepts.md, "Tokens of apps"). */
@ProviderType
public interface AppAuthorization {

    /**
     * Finds out which app knows this secret.
     *
     * @param clientId the app's id, as it was sent
     * @param origin   where the request comes from; wrong secrets are counted by app and origin
     * @throws org.sightline.problem.ProblemException {@code invalid_client}, the same words whatever was wrong;
     *     {@code rate_limited} with {@code retry_after} in seconds after five wrong secrets; {@code unavailable} when the
     *     store cannot be reached
     */
    AppClient authenticate(String clientId, String secret, String origin);

    /**
     * Lets an app act as itself.
     *
     * @param scope what the token is to be limited to; null for everything that is granted, also later
     * @throws org.sightline.problem.ProblemException {@code invalid_scope} when it names a permission that the catalogue
     *     does not have for apps, or nothing that is granted; {@code invalid_client} when the app ended in the meantime;
     *     {@code unavailable}
     */
    IssuedTokens issue(AppClient client, @Nullable Set<PermissionName> scope);

    /**
     * Exchanges the code of a member who agreed. The first try of the code's app counts, whatever comes of it; a second one
     * ends everything that came from the consent.
     *
     * @param presented where the code was sent, and the challenge that fits what its owner knows
     * @throws org.sightline.problem.ProblemException {@code invalid_grant}, the same words whatever was wrong;
     *     {@code invalid_scope} when nothing of what the member agreed to is granted any more; {@code unavailable}
     */
    IssuedTokens redeem(AppClient client, String code, CodeTerms presented);

    /**
     * Exchanges a refresh token, which is used up by that; using it again ends everything that came from the consent.
     *
     * @param scope what the access token is to be limited to, within what the member agreed to; null for all of that
     * @throws org.sightline.problem.ProblemException {@code invalid_grant}, the same words whatever was wrong;
     *     {@code invalid_scope}; {@code unavailable}
     */
    IssuedTokens refresh(AppClient client, String refreshToken, @Nullable Set<PermissionName> scope);

    /**
     * Ends a token of the app's own; does nothing for any other text. With a refresh token everything ends that came from
     * the same consent.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable}
     */
    void revoke(AppClient client, String token);

    /**
     * Returns what is true of a token of the app's own; empty for one that does not work and for any other text.
     *
     * @throws org.sightline.problem.ProblemException {@code unavailable}
     */
    Optional<TokenFacts> introspect(AppClient client, String token);
}
