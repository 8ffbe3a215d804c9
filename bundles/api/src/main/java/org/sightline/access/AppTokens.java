package org.sightline.access;

import org.osgi.annotation.versioning.ProviderType;

/** Proves which app sends an access token, and for whom (docs/concepts.md, "Tokens of apps"). */
@ProviderType
public interface AppTokens {

    /** What every access token of an app begins with; a session's or the operator's token never does. */
    String PREFIX = "sla_";

    /**
     * Finds out who sends an access token: the app itself, or the app for a member. The permissions are those of this
     * moment.
     *
     * @return a {@link Caller.App} or a {@link Caller.Delegate}
     * @throws org.sightline.problem.ProblemException {@code unauthenticated} for an unknown, revoked or expired token, for
     *     one of an app that is switched off, and for one of a member who is not active; {@code unavailable} when the
     *     store cannot be reached
     */
    Caller authenticate(String token);

    /** Whether a text may be an access token of an app. */
    static boolean isOne(String token) {
        return token.startsWith(PREFIX);
    }
}
