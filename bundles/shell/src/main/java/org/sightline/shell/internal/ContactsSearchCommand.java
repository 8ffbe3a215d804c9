package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.contacts.ContactsSearch;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.ContactsFoundJson;
import org.sightline.json.FieldTypes;
import org.sightline.shell.internal.text.TextTable;

/** Shows what a member finds in the contacts. */
@Service
@Command(scope = "sightline", name = "contacts-search", description = "Show what a member finds in the contacts")
public final class ContactsSearchCommand extends ContactsCommand {

    @Argument(index = 2, name = "q", description = "The words to look for", required = true)
    String words = "";

    @Override
    void run(PrintStream out) {
        TenantSnapshot state = state();
        DirectorySnapshot directory = state.directory();
        FieldTypes types = FieldTypes.of(directory.fields());
        ContactsView view = view(state);
        List<ContactsFoundJson> found =
                view.search(new ContactsSearch(words, List.of(), null), 0, most).entries().stream()
                        .map(hit -> ContactsFoundJson.of(hit, view, directory, types))
                        .toList();
        if (json) {
            printJson(out, found);
            return;
        }
        TextTable table = new TextTable("Nothing is found.", "kind", "id", "name", "matched_field");
        found.forEach(hit -> table.row(hit.kind(), hit.id(), hit.name(), hit.matchedField()));
        table.print(out);
    }
}
