package org.sightline.rest.internal.answer;

import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/**
 * A part of the server that can be switched off while the rest goes on (docs/api.md, "What can be switched off"). Its
 * resources stay where they are, with an optional, dynamic reference to the service they ask, so that paths do not
 * vanish with it.
 */
public enum Capability {
    /** The contacts tree and the search. */
    CONTACTS("contacts"),
    /** Chats, contacts between members, blocks, and finding by phone number. */
    COMMUNICATION("communication"),
    /** Trusted parties: inviting, asking, granting, ending. */
    TRUSTED_PARTY("trusted-party"),
    /** Apps, their permissions and their approval. */
    APP_PERMISSIONS("app-permissions"),
    /** Documents and bases, and the events that apps are told of. */
    RESOURCES("resources"),
    /** The inbox of administrators, and the channels beside it. */
    NOTIFICATIONS("notifications"),
    /** Backups, restore, and how much of the past is kept. */
    UPKEEP("upkeep");

    private final String key;

    Capability(String key) {
        this.key = key;
    }

    /**
     * Returns the service, which is there while the capability is on.
     *
     * @param service null while it is off
     * @throws org.sightline.problem.ProblemException {@code feature_off} naming the capability
     */
    public <T> T on(@Nullable T service) {
        if (service == null) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.FEATURE_OFF,
                            "the capability `" + key + "` is switched off on this server, nothing was changed;"
                                    + " the operator starts it with `feature:start sightline-" + key + "`")
                    .exception();
        }
        return service;
    }
}
