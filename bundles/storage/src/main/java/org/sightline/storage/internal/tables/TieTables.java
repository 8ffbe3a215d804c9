package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.communication.model.Ties;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** All tables that hold what members have with each other. */
public final class TieTables {

    static final List<String> ALL =
            List.of("communication_contact", "communication_chat", "communication_block", PrivacyTable.NAME);

    private final TieTable<Contact> contacts = new TieTable<>(new TieForm.OfContacts());
    private final TieTable<Chat> chats = new TieTable<>(new TieForm.OfChats());
    private final TieTable<Instant> blocks = new TieTable<>(new TieForm.OfBlocks());
    private final PrivacyTable privacy = new PrivacyTable();

    void write(Connection connection, TenantKey tenant, long revision, CollectedTies changes) throws SQLException {
        contacts.write(connection, tenant, revision, changes.contacts);
        chats.write(connection, tenant, revision, changes.chats);
        blocks.write(connection, tenant, revision, changes.blocks);
        privacy.write(connection, tenant, revision, changes.findByPhone);
    }

    /** Returns what a member has at a revision. */
    public Ties ties(Connection connection, TenantKey tenant, UserId owner, long revision) throws SQLException {
        return new Ties(
                contacts.of(connection, tenant, owner, revision),
                chats.of(connection, tenant, owner, revision),
                blocks.of(connection, tenant, owner, revision),
                privacy.findByPhone(connection, tenant, owner, revision));
    }

    /** Returns those of other tenants who have a contact, a request or a chat with somebody of a tenant now, in order. */
    public List<Person> tiedTo(Connection connection, TenantKey tenant) throws SQLException {
        List<Person> owners = new ArrayList<>();
        contacts.addTiedTo(connection, tenant, owners);
        chats.addTiedTo(connection, tenant, owners);
        return owners.stream().distinct().sorted().toList();
    }
}
