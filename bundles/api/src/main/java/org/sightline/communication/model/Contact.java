package org.sightline.communication.model;

import java.time.Instant;
import org.sightline.directory.model.UserId;

/**
 * One side's record of a contact or of a request to become one (docs/concepts.md, "Contacts between members").
 *
 * @param id        the same on both sides
 * @param owner     whose list it is in
 * @param peer      the other one; for a request, nobody has to be there
 * @param accepted  whether both agreed
 * @param direction who asked
 * @param createdAt when it was asked
 */
public record Contact(String id, UserId owner, Person peer, boolean accepted, Direction direction, Instant createdAt) {

    /** Returns the same contact, agreed on. */
    public Contact agreed() {
        return new Contact(id, owner, peer, true, direction, createdAt);
    }

    /** Whether the owner asked and has no answer. */
    public boolean isOutgoingRequest() {
        return !accepted && direction == Direction.OUTGOING;
    }

    /** Whether the owner was asked and has not answered. */
    public boolean isIncomingRequest() {
        return !accepted && direction == Direction.INCOMING;
    }
}
