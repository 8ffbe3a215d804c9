package org.sightline.communication.internal;

import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** How much one member can have (docs/limits.md). */
final class Limits {

    /** Contacts and requests in both directions. */
    static final int CONTACTS = 2_000;

    /** Private chats. */
    static final int CHATS = 5_000;

    /** Blocks. */
    static final int BLOCKS = 2_000;

    private Limits() {}

    static void requireRoom(int used, int limit, String what) {
        if (used >= limit) {
            throw Problem.conflict(Codes.LIMIT_EXCEEDED, "a member has at most " + limit + " " + what)
                    .with("limit", limit)
                    .with("used", used)
                    .exception();
        }
    }
}
