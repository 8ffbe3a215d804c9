package org.sightline.communication;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.Committed;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.PhoneNumber;

/**
 * Contacts, private chats, blocks and finding by phone number, as one member at a time sees them (docs/concepts.md,
 * "Communication"). Messages are carried elsewhere. Methods throw {@link org.sightline.problem.ProblemException} with
 * {@code unavailable} when the database does not answer.
 */
@ProviderType
public interface Communication {

    /**
     * Tells what a member may do with another one.
     *
     * @param viewer number of the member in {@code own}
     */
    ChatAnswer check(TenantSnapshot own, int viewer, Person peer);

    /** Returns a member's chats, in order of creation. */
    List<Listed<Chat>> chats(TenantSnapshot own, int viewer);

    /**
     * Starts a chat, or returns the one there is.
     *
     * @throws org.sightline.problem.ProblemException {@code chat_not_allowed} with {@code reasons},
     *     {@code limit_exceeded}
     */
    Committed<Made<Listed<Chat>>> startChat(Person self, Actor actor, Person peer);

    /** Returns a member's contacts and requests, in order of creation. */
    List<Listed<Contact>> contacts(TenantSnapshot own, int viewer);

    /**
     * Asks somebody to become a contact; agrees when they have asked before. A request to somebody of another tenant is
     * taken whether they exist or not.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} for oneself and for somebody of the own tenant
     *     whom the member does not see, {@code limit_exceeded}
     */
    Committed<Made<Listed<Contact>>> requestContact(Person self, Actor actor, Person peer);

    /**
     * Agrees to become a contact; does nothing when both have agreed already.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}; {@code conflict} for one's own request
     */
    Committed<Listed<Contact>> acceptContact(Person self, Actor actor, String contactId);

    /**
     * Ends a contact for both, takes back one's own request, or rejects somebody else's without telling them.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    Committed<Contact> deleteContact(Person self, Actor actor, String contactId);

    /** Returns whom a member has blocked, in order. */
    List<Person> blocks(TenantSnapshot own, int viewer);

    /**
     * Blocks somebody; does nothing when they are blocked already. Somebody of another tenant can be blocked whether they
     * exist or not.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} for somebody of the own tenant whom the member does
     *     not see, {@code invalid} for oneself, {@code limit_exceeded}
     */
    Committed<Person> block(Person self, Actor actor, Person peer);

    /**
     * Takes a block back.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} when there is none
     */
    Committed<Person> unblock(Person self, Actor actor, Person peer);

    /** Whether a member lets themself be found by phone number. */
    boolean findByPhone(TenantSnapshot own, int viewer);

    /** Sets whether a member lets themself be found by phone number. */
    Committed<Boolean> setFindByPhone(Person self, Actor actor, boolean findByPhone);

    /**
     * Finds members of all tenants by exact phone number: the own tenant's first, then by tenant and id.
     *
     * @param from position in the list of all who have the number
     * @param size how many are wanted at most
     */
    PhonePage byPhone(TenantSnapshot own, int viewer, PhoneNumber number, int from, int size);

    /**
     * A piece of what a phone number finds.
     *
     * @param found those who are shown
     * @param next  the position after the last one that was looked at
     * @param more  whether somebody who is shown may come after it
     */
    record PhonePage(List<Peer> found, int next, boolean more) {

        /** Takes a copy of the list. */
        public PhonePage {
            found = List.copyOf(found);
        }
    }
}
