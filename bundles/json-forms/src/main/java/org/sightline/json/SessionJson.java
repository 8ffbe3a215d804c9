package org.sightline.json;

import org.sightline.access.Sessions.OpenedSession;

/**
 * A session that was just opened.
 *
 * @param token     to be sent as {@code Authorization: Bearer}; shown only here
 * @param expiresIn seconds
 * @param userId    whose it is
 */
public record SessionJson(String token, long expiresIn, String userId) {

    /** Returns the form of a session. */
    public static SessionJson of(OpenedSession session) {
        return new SessionJson(
                session.token(), session.expiresIn().toSeconds(), session.user().value());
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "SessionJson[" + userId + "]";
    }
}
