package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.Listed;
import org.sightline.communication.model.Contact;

/**
 * A contact or a request to become one, as one of the two sees it (docs/concepts.md, "Contacts between members").
 *
 * @param contactId of this record
 * @param state     whether both agreed
 * @param direction who asked: {@code outgoing} for the one whose list it is
 * @param peer      the other one
 * @param peerName  the other one's name; absent in a request of one's own
 * @param createdAt when it was asked
 */
public record ContactJson(
        String contactId,
        @Schema(allowableValues = {"pending", "accepted"}) String state,
        @Schema(allowableValues = {"outgoing", "incoming"}) String direction,
        PersonJson peer,
        @Nullable String peerName,
        Instant createdAt) {

    /** Returns the form of a contact. */
    public static ContactJson of(Listed<Contact> listed) {
        Contact contact = listed.tie();
        return new ContactJson(
                contact.id(),
                contact.accepted() ? "accepted" : "pending",
                contact.direction().key(),
                PersonJson.of(contact.peer()),
                listed.name(),
                contact.createdAt());
    }
}
