package org.sightline.communication.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sightline.directory.model.UserId;

/**
 * All that one member has with others, at one revision of their tenant. Immutable; in order of creation.
 *
 * @param contacts    contacts and requests, by the other one
 * @param chats       private chats, by the other one
 * @param blocks      when the member blocked whom
 * @param findByPhone whether the member may be found by phone number
 */
public record Ties(
        Map<Person, Contact> contacts, Map<Person, Chat> chats, Map<Person, Instant> blocks, boolean findByPhone) {

    /** What a member begins with. */
    public static final Ties NONE = new Ties(Map.of(), Map.of(), Map.of(), true);

    /** Takes copies and puts them in order. */
    public Ties {
        contacts = inOrder(contacts, Contact::createdAt);
        chats = inOrder(chats, Chat::createdAt);
        blocks = inOrder(blocks, since -> since);
    }

    private static <T> Map<Person, T> inOrder(Map<Person, T> given, Function<T, Instant> created) {
        if (given.isEmpty()) {
            return Map.of();
        }
        Map<Person, T> sorted = new LinkedHashMap<>();
        given.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Person, T> entry) -> created.apply(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    /** Returns the contact or request with somebody; empty when there is none. */
    public Optional<Contact> contact(Person peer) {
        return Optional.ofNullable(contacts.get(peer));
    }

    /** Returns the contact or request with an id; empty when there is none. */
    public Optional<Contact> contact(String id) {
        return contacts.values().stream()
                .filter(contact -> contact.id().equals(id))
                .findFirst();
    }

    /** Whether both agreed to be contacts. */
    public boolean areContacts(Person peer) {
        return contact(peer).filter(Contact::accepted).isPresent();
    }

    /** Returns the chat with somebody; empty when there is none. */
    public Optional<Chat> chat(Person peer) {
        return Optional.ofNullable(chats.get(peer));
    }

    /** Whether the member has blocked somebody. */
    public boolean blocks(Person peer) {
        return blocks.containsKey(peer);
    }

    /** Returns the ties after a change; the change must be {@code owner}'s. */
    public Ties with(UserId owner, CommunicationChange change) {
        if (!change.owner().equals(owner)) {
            throw new IllegalArgumentException("the change is of `" + change.owner() + "`, not of `" + owner + "`");
        }
        if (change instanceof CommunicationChange.PutContact put) {
            return withContacts(added(contacts, put.contact().peer(), put.contact()));
        } else if (change instanceof CommunicationChange.RemoveContact remove) {
            return withContacts(without(contacts, remove.peer()));
        } else if (change instanceof CommunicationChange.PutChat put) {
            return withChats(added(chats, put.chat().peer(), put.chat()));
        } else if (change instanceof CommunicationChange.RemoveChat remove) {
            return withChats(without(chats, remove.peer()));
        } else if (change instanceof CommunicationChange.PutBlock put) {
            return withBlocks(added(blocks, put.peer(), put.since()));
        } else if (change instanceof CommunicationChange.RemoveBlock remove) {
            return withBlocks(without(blocks, remove.peer()));
        } else if (change instanceof CommunicationChange.PutPrivacy put) {
            return new Ties(contacts, chats, blocks, put.findByPhone());
        }
        throw new IllegalArgumentException("unknown change " + change.getClass());
    }

    private Ties withContacts(Map<Person, Contact> changed) {
        return new Ties(changed, chats, blocks, findByPhone);
    }

    private Ties withChats(Map<Person, Chat> changed) {
        return new Ties(contacts, changed, blocks, findByPhone);
    }

    private Ties withBlocks(Map<Person, Instant> changed) {
        return new Ties(contacts, chats, changed, findByPhone);
    }

    private static <T> Map<Person, T> added(Map<Person, T> before, Person peer, T value) {
        Map<Person, T> changed = new LinkedHashMap<>(before);
        changed.put(peer, value);
        return changed;
    }

    private static <T> Map<Person, T> without(Map<Person, T> before, Person peer) {
        Map<Person, T> changed = new LinkedHashMap<>(before);
        changed.remove(peer);
        return changed;
    }
}
