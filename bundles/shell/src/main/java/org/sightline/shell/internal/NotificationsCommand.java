package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.NotificationJson;
import org.sightline.json.PageJson;
import org.sightline.notifications.Inbox;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.TextTable;

/** Shows an administrator's inbox; nothing is marked as read. */
@Service
@Command(scope = "sightline", name = "notifications", description = "Show an administrator's inbox, newest card first")
public final class NotificationsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "user_id", description = "The administrator", required = true)
    @Completion(UserCompleter.class)
    String userId = "";

    @Option(name = "-n", description = "How many cards at most")
    int most = 20;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Inbox inbox;

    @Override
    void run(PrintStream out) {
        TenantSnapshot tenant = on(snapshots, "directory").current(tenantKey(tenantKey));
        UserId reader = id("/user_id", () -> new UserId(userId));
        if (tenant.directory().administrator(reader).isEmpty()) {
            throw Problem.notFound("there is no administrator `" + reader + "`").exception();
        }
        List<NotificationJson> cards =
                on(inbox, "notifications").newest(tenant, reader, Long.MAX_VALUE, Math.max(1, most)).stream()
                        .map(NotificationJson::of)
                        .toList();
        if (json) {
            printJson(out, PageJson.whole(cards));
            return;
        }
        TextTable table = new TextTable("No cards.", "created_at", "read", "type", "title");
        cards.forEach(card -> table.row(card.createdAt(), card.read() ? "yes" : "no", card.type(), card.title()));
        table.print(out);
    }
}
