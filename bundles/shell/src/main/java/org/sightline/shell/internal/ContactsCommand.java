package org.sightline.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.jspecify.annotations.Nullable;
import org.sightline.contacts.Contacts;
import org.sightline.contacts.ContactsView;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** What the commands share that look at the contacts through a member's eyes. */
abstract class ContactsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "user_id", description = "Who looks", required = true)
    @Completion(UserCompleter.class)
    String userId = "";

    @Option(name = "-n", description = "How many entries at most")
    int most = 100;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Contacts contacts;

    /** Returns the newest state of the tenant. */
    final TenantSnapshot state() {
        return on(snapshots, "directory").current(tenantKey(tenantKey));
    }

    /** Returns what the member sees. */
    final ContactsView view(TenantSnapshot state) {
        UserId viewer = id("/user_id", () -> new UserId(userId));
        int number = state.directory().memberNumber(viewer);
        if (number == DirectorySnapshot.NONE) {
            throw Problem.invalid("/user_id", Codes.INVALID, "there is no member `" + viewer + "`")
                    .exception();
        }
        return on(contacts, "contacts").view(state, number);
    }
}
