package org.sightline.rest.internal.notifications;

import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StoreUnavailableException;

/**
 * Whether the reader of a stream may still read: the session has not ended, and the member is an administrator.
 *
 * @param sessions where that is found out
 * @param reader   who reads
 */
record Proof(Sessions sessions, CardStreams.Reader reader) {

    /** What is known of the reader at this moment. */
    enum State {
        /** May read. */
        HOLDS,
        /** May not read any more. */
        FAILS,
        /** Nobody can tell right now. */
        UNKNOWN
    }

    State now() {
        try {
            return sessions.authenticate(reader.token()) instanceof Caller.User user
                            && user.isAdministrator()
                            && user.tenant().equals(reader.tenant())
                    ? State.HOLDS
                    : State.FAILS;
        } catch (ProblemException refusal) {
            return refusal.problem().kind() == ProblemKind.UNAUTHENTICATED ? State.FAILS : State.UNKNOWN;
        } catch (StoreUnavailableException away) {
            return State.UNKNOWN;
        }
    }
}
