package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.ContactsEntryJson;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.TextTable;

/** Shows what a member finds below a department of the contacts. */
@Service
@Command(scope = "sightline", name = "contacts-list", description = "Show what a member finds below a department")
public final class ContactsListCommand extends ContactsCommand {

    @Argument(index = 2, name = "department_id", description = "Below which department; the root when left out")
    @Completion(DepartmentCompleter.class)
    String departmentId = "0";

    @Override
    void run(PrintStream out) {
        TenantSnapshot state = state();
        DirectorySnapshot directory = state.directory();
        ContactsView view = view(state);
        DepartmentId id = id("/department_id", () -> new DepartmentId(departmentId));
        int department = directory.departmentNumber(id);
        if (department == DirectorySnapshot.NONE || !view.showsDepartment(department)) {
            throw Problem.notFound("`" + userId + "` finds no department `" + id + "`")
                    .exception();
        }
        List<ContactsEntryJson> entries = view.children(department, 0, most).entries().stream()
                .map(entry -> ContactsEntryJson.of(entry, directory))
                .toList();
        if (json) {
            printJson(out, entries);
            return;
        }
        TextTable table = new TextTable("Nothing is below this department.", "kind", "id", "name", "member_count");
        entries.forEach(entry -> table.row(entry.kind(), entry.id(), entry.name(), entry.memberCount()));
        table.print(out);
    }
}
