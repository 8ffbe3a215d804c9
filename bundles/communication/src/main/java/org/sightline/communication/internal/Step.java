package org.sightline.communication.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.communication.model.Chat;
import org.sightline.communication.model.CommunicationChange;
import org.sightline.communication.model.Contact;
import org.sightline.communication.model.Person;
import org.sightline.directory.Proposal.AuditNote;
import org.sightline.directory.model.UserId;

/**
 * One change of one side, with what its tenant's audit log says about it.
 *
 * @param change the change
 * @param note   the line in the log
 */
record Step(CommunicationChange change, AuditNote note) {

    static Step put(String action, @Nullable Contact before, Contact after) {
        AuditNote note =
                new AuditNote(action, "contact", after.id(), before == null ? null : form(before), form(after));
        return new Step(new CommunicationChange.PutContact(after), note);
    }

    static Step remove(String action, Contact contact) {
        AuditNote note = new AuditNote(action, "contact", contact.id(), form(contact), null);
        return new Step(new CommunicationChange.RemoveContact(contact.owner(), contact.peer()), note);
    }

    static Step put(Chat chat) {
        AuditNote note = new AuditNote("chat.start", "chat", chat.id(), null, form(chat));
        return new Step(new CommunicationChange.PutChat(chat), note);
    }

    static Step remove(String action, Chat chat) {
        AuditNote note = new AuditNote(action, "chat", chat.id(), form(chat), null);
        return new Step(new CommunicationChange.RemoveChat(chat.owner(), chat.peer()), note);
    }

    static Step block(CommunicationChange.PutBlock put) {
        return new Step(put, new AuditNote("block.add", "user", put.owner().value(), null, form(put.peer())));
    }

    static Step unblock(CommunicationChange.RemoveBlock remove) {
        AuditNote note = new AuditNote("block.remove", "user", remove.owner().value(), form(remove.peer()), null);
        return new Step(remove, note);
    }

    static Step privacy(UserId owner, boolean before, boolean after) {
        AuditNote note =
                new AuditNote("privacy.update", "user", owner.value(), findByPhone(before), findByPhone(after));
        return new Step(new CommunicationChange.PutPrivacy(owner, after), note);
    }

    private static Map<String, Object> findByPhone(boolean choice) {
        return Map.of("find_by_phone", choice);
    }

    private static Map<String, Object> form(Contact contact) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("user_id", contact.owner().value());
        form.put("peer", form(contact.peer()));
        form.put("state", contact.accepted() ? "accepted" : "pending");
        form.put("direction", contact.direction().key());
        return form;
    }

    private static Map<String, Object> form(Chat chat) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("user_id", chat.owner().value());
        form.put("peer", form(chat.peer()));
        form.put("started_by", form(chat.startedBy()));
        return form;
    }

    private static Map<String, Object> form(Person person) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("tenant_key", person.tenant().value());
        form.put("user_id", person.user().value());
        return form;
    }
}
