package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Direction;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** How what one member has with another one lies in a row, beside the two, the revisions and the time of creation. */
interface TieForm<V> {

    /** Returns the name of the table. */
    String table();

    /** Returns the columns of its own. */
    List<String> columns();

    /** Returns when the value came to be. */
    Instant createdAt(V value);

    /** Writes the columns of its own. */
    void write(V value, RowWriter row) throws SQLException;

    /** Reads a value back from the columns of its own. */
    V read(TenantKey tenant, UserId owner, Person peer, Instant createdAt, RowReader row) throws SQLException;

    /** Contacts and requests. */
    final class OfContacts implements TieForm<Contact> {

        @Override
        public String table() {
            return "communication_contact";
        }

        @Override
        public List<String> columns() {
            return List.of("contact_id", "accepted", "direction");
        }

        @Override
        public Instant createdAt(Contact contact) {
            return contact.createdAt();
        }

        @Override
        public void write(Contact contact, RowWriter row) throws SQLException {
            row.text(contact.id())
                    .flag(contact.accepted())
                    .text(contact.direction().key());
        }

        @Override
        public Contact read(TenantKey tenant, UserId owner, Person peer, Instant createdAt, RowReader row)
                throws SQLException {
            String id = row.text();
            boolean accepted = row.flag();
            Direction direction = Direction.ofKey(row.text()).orElseThrow();
            return new Contact(id, owner, peer, accepted, direction, createdAt);
        }
    }

    /** Private chats. */
    final class OfChats implements TieForm<Chat> {

        @Override
        public String table() {
            return "communication_chat";
        }

        @Override
        public List<String> columns() {
            return List.of("chat_id", "started_by_peer");
        }

        @Override
        public Instant createdAt(Chat chat) {
            return chat.createdAt();
        }

        @Override
        public void write(Chat chat, RowWriter row) throws SQLException {
            row.text(chat.id()).flag(chat.startedBy().equals(chat.peer()));
        }

        @Override
        public Chat read(TenantKey tenant, UserId owner, Person peer, Instant createdAt, RowReader row)
                throws SQLException {
            String id = row.text();
            Person startedBy = row.flag() ? peer : new Person(tenant, owner);
            return new Chat(id, owner, peer, startedBy, createdAt);
        }
    }

    /** Blocks: nothing but their time. */
    final class OfBlocks implements TieForm<Instant> {

        @Override
        public String table() {
            return "communication_block";
        }

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Instant createdAt(Instant since) {
            return since;
        }

        @Override
        public void write(Instant since, RowWriter row) {}

        @Override
        public Instant read(TenantKey tenant, UserId owner, Person peer, Instant createdAt, RowReader row) {
            return createdAt;
        }
    }
}
