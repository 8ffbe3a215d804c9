package org.sightline.apps;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.PermissionName;

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
}
