package org.sightline.storage.internal.tables;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.UserId;

/** What one commit changes between members, the last change about a thing winning; empty stands for a thing that is gone. */
final class CollectedTies {

    final Map<Tie, Optional<Contact>> contacts = new LinkedHashMap<>();
    final Map<Tie, Optional<Chat>> chats = new LinkedHashMap<>();
    final Map<Tie, Optional<Instant>> blocks = new LinkedHashMap<>();
    final Map<UserId, Boolean> findByPhone = new LinkedHashMap<>();

    /** Between whom something is, seen from one side. */
    record Tie(UserId owner, Person peer) {}

    void collect(CommunicationChange change) {
        if (change instanceof CommunicationChange.PutContact put) {
            contacts.put(new Tie(put.owner(), put.contact().peer()), Optional.of(put.contact()));
        } else if (change instanceof CommunicationChange.RemoveContact remove) {
            contacts.put(new Tie(remove.owner(), remove.peer()), Optional.empty());
        } else if (change instanceof CommunicationChange.PutChat put) {
            chats.put(new Tie(put.owner(), put.chat().peer()), Optional.of(put.chat()));
        } else if (change instanceof CommunicationChange.RemoveChat remove) {
            chats.put(new Tie(remove.owner(), remove.peer()), Optional.empty());
        } else if (change instanceof CommunicationChange.PutBlock put) {
            blocks.put(new Tie(put.owner(), put.peer()), Optional.of(put.since()));
        } else if (change instanceof CommunicationChange.RemoveBlock remove) {
            blocks.put(new Tie(remove.owner(), remove.peer()), Optional.empty());
        } else if (change instanceof CommunicationChange.PutPrivacy put) {
            findByPhone.put(put.owner(), put.findByPhone());
        }
    }
}
