package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsEntry;
import org.sightline.contacts.ContactsHit;
import org.sightline.contacts.ContactsPage;
import org.sightline.contacts.ContactsView;
import org.sightline.contacts.EntryKind;

class ContactsCommandsTest {

    @TempDir
    Path folder;

    private final World world = new World();

    private final ContactsView view = Fake.of(ContactsView.class)
            .on("showsDepartment", nothing -> true)
            .on(
                    "children",
                    nothing -> new ContactsPage<>(
                            List.of(
                                    new ContactsEntry(EntryKind.LEADER, 0, 0),
                                    new ContactsEntry(EntryKind.DEPARTMENT, 0, 12)),
                            0))
            .on("profile", number -> world.member((int) number[0]))
            .on("search", nothing -> new ContactsPage<>(List.of(new ContactsHit(EntryKind.MEMBER, 1, "name")), 0))
            .service();

    @Test
    void listsWhatIsBelowADepartment() throws CommandException {
        assertThat(new Console(folder).run(list("anna")))
                .containsPattern("leader +\u2502 anna +\u2502 anna")
                .containsPattern("department +\u2502 0 +\u2502 Acme +\u2502 12");
    }

    @Test
    void listsAsRestDoes() throws CommandException {
        ContactsListCommand command = list("anna");
        command.json = true;
        assertThat(new Console(folder).run(command))
                .startsWith("[{\"kind\":\"leader\",\"id\":\"anna\",\"name\":\"anna\"}");
    }

    @Test
    void findsMembers() throws CommandException {
        assertThat(new Console(folder).run(search("ann")))
                .containsPattern("member +\u2502 annika +\u2502 annika +\u2502 name");
    }

    @Test
    void refusesStrangersAndSaysWhenTheCapabilityIsOff() {
        assertThat(new Console(folder).refusal(list("nobody")))
                .isEqualTo("invalid: there is no member `nobody` (at /user_id)");
        ContactsListCommand off = list("anna");
        off.contacts = null;
        assertThat(new Console(folder).refusal(off)).contains("`contacts` is off");
    }

    private ContactsListCommand list(String viewer) {
        ContactsListCommand command = new ContactsListCommand();
        prepare(command, viewer);
        return command;
    }

    private ContactsSearchCommand search(String words) {
        ContactsSearchCommand command = new ContactsSearchCommand();
        prepare(command, "anna");
        command.words = words;
        return command;
    }

    private void prepare(ContactsCommand command, String viewer) {
        command.tenantKey = "acme";
        command.userId = viewer;
        command.snapshots = world.snapshots();
        command.contacts = Fake.of(Contacts.class).on("view", nothing -> view).service();
    }
}
