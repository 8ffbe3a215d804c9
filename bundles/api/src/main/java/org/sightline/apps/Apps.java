package org.sightline.apps;

import java.time.Duration;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppId;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Registers apps and looks after them (docs/concepts.md, "Apps"). Who may see an app is the caller's business; a method
 * that names one throws {@code not_found} when the tenant has no such app.
 */
@ProviderType
public interface Apps {

    /**
     * Registers an app.
     *
     * @param owner the developer, an active member
     * @param id    the app's id, not used by any tenant now or before
     * @throws org.sightline.problem.ProblemException {@code duplicate_id}, {@code invalid} naming the fields,
     *     {@code limit_exceeded}
     */
    Committed<IssuedApp> register(TenantKey tenant, Actor actor, UserId owner, AppId id, AppDetails details);

    /**
     * Changes an app.
     *
     * @param byAdministrator whether the actor may undo what an administrator switched off
     * @param change          makes the new details of the present app
     * @throws org.sightline.problem.ProblemException {@code invalid} naming the fields; {@code forbidden} when a
     *     developer switches on what an administrator switched off; {@code revision_mismatch}
     */
    Committed<App> update(
            TenantKey tenant,
            Actor actor,
            AppId id,
            boolean byAdministrator,
            Expectation<App> expectation,
            Function<App, AppDetails> change);

    /**
     * Deletes an app with all its versions, reviews and grants. No other tenant can ever use its id.
     *
     * @throws org.sightline.problem.ProblemException {@code revision_mismatch}
     */
    Committed<App> delete(TenantKey tenant, Actor actor, AppId id, Expectation<App> expectation);

    /**
     * Gives an app a new secret and a new signing key.
     *
     * @param overlap how long the secret before still holds; zero for not at all, at most 30 days
     * @throws org.sightline.problem.ProblemException {@code invalid} at {@code /overlap_seconds}
     */
    Committed<IssuedApp> renewSecret(TenantKey tenant, Actor actor, AppId id, Duration overlap);
}
