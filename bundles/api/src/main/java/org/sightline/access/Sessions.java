package org.sightline.access;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Proves who somebody is (docs/concepts.md, "Signing in"). */
@ProviderType
public interface Sessions {

    /**
     * Opens a session.
     *
     * @param login user id or email
     * @throws org.sightline.problem.ProblemException {@code unauthenticated}, the same words whatever was wrong;
     *     {@code rate_limited} with {@code retry_after} in seconds after five failures for the account;
     *     {@code unavailable} when the store cannot be reached or too many others sign in at this moment
     */
    OpenedSession open(TenantKey tenant, String login, String password);

    /**
     * Finds out who sends a token: the operator's, a session's, or an app's. Role and permissions are those of this
     * moment.
     *
     * @throws org.sightline.problem.ProblemException {@code unauthenticated} for an unknown, ended or expired token and
     *     for one of a member who is not active; {@code unavailable} when the store cannot be reached; {@code feature_off}
     *     for an app's token while apps are switched off
     */
    Caller authenticate(String token);

    /** Ends the session with this token; does nothing when there is none. */
    void close(String token);

    /**
     * Sets a member's password and ends the member's sessions.
     *
     * @return whose password it is
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code invalid} at {@code /password}
     */
    Committed<UserId> setPassword(TenantKey tenant, Actor actor, UserId user, String password);

    /**
     * A session that was just opened.
     *
     * @param token     the only copy there is
     * @param expiresIn how long it lasts
     * @param user      whose it is
     */
    record OpenedSession(String token, Duration expiresIn, UserId user) {}
}
