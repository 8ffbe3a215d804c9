package org.sightline.apps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.AppConsent;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.PermissionName;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.AppTokenStore.CodeTerms;

/** What members agree to: that an app acts for them (docs/concepts.md, "Consent"). */
@ProviderType
public interface AppConsents {

    /** Returns an app that works by its id, as it was sent; empty for any other. */
    Optional<AppClient> client(String clientId);

    /**
     * Works out what a member would agree to.
     *
     * @param scope what the app asks for; null for everything that is granted
     * @throws org.sightline.problem.ProblemException {@code invalid_scope} when it names a permission that the catalogue
     *     does not have for members, or nothing that is granted
     */
    ConsentRequest request(AppClient client, @Nullable Set<PermissionName> scope);

    /**
     * A member agrees.
     *
     * @param user  an active member of the app's tenant
     * @param terms what the code is handed out for
     * @return the code, the only time it is shown
     * @throws org.sightline.problem.ProblemException {@code not_found} when app or member is gone in the meantime
     */
    Committed<String> agree(Actor actor, UserId user, ConsentRequest request, CodeTerms terms);

    /** Returns what a member has agreed to, by app. */
    List<AppConsent> of(TenantKey tenant, UserId user);

    /**
     * A member takes a consent back; all tokens that came from it end.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    Committed<AppConsent> withdraw(TenantKey tenant, Actor actor, UserId user, AppId app);
}
