package org.sightline.communication.model;

import java.time.Instant;
import org.sightline.directory.model.UserId;

/** One thing that is different for a member in the next revision of their tenant. "Put" adds or replaces. */
public sealed interface CommunicationChange {

    /** Returns the member whose records change. */
    UserId owner();

    /** A contact, or a request for one. */
    record PutContact(Contact contact) implements CommunicationChange {

        @Override
        public UserId owner() {
            return contact.owner();
        }
    }

    /** A contact or a request that is gone. */
    record RemoveContact(UserId owner, Person peer) implements CommunicationChange {}

    /** A private chat. */
    record PutChat(Chat chat) implements CommunicationChange {

        @Override
        public UserId owner() {
            return chat.owner();
        }
    }

    /** A private chat that is gone. */
    record RemoveChat(UserId owner, Person peer) implements CommunicationChange {}

    /** Somebody the owner has blocked. */
    record PutBlock(UserId owner, Person peer, Instant since) implements CommunicationChange {}

    /** Somebody the owner has blocked no longer. */
    record RemoveBlock(UserId owner, Person peer) implements CommunicationChange {}

    /** Whether the owner may be found by phone number. */
    record PutPrivacy(UserId owner, boolean findByPhone) implements CommunicationChange {}
}
