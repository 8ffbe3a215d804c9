package org.sightline.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.DeliveryJson;
import org.sightline.json.PageJson;
import org.sightline.notifications.Deliveries;
import org.sightline.notifications.model.Delivery;
import org.sightline.shell.internal.text.TextTable;

/** Shows which channels there are, and how cards fare on them. */
@Service
@Command(
        scope = "sightline",
        name = "deliveries",
        description = "Show the channels by which cards go out, and how cards fare on them, newest card first")
public final class DeliveriesCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant; without it all tenants")
    @Completion(TenantCompleter.class)
    @Nullable
    String tenantKey;

    @Option(name = "-n", description = "How many deliveries at most")
    int most = 20;

    @Reference(optional = true)
    @Nullable
    Deliveries deliveries;

    @Override
    void run(PrintStream out) {
        Deliveries there = on(deliveries, "notifications");
        @Nullable TenantKey tenant = tenantKey == null ? null : tenantKey(tenantKey);
        List<Delivery> list = there.list(tenant, 0, Math.max(1, most));
        if (json) {
            printJson(out, PageJson.whole(list.stream().map(DeliveryJson::of).toList()));
            return;
        }
        out.println("Channels: inbox, " + String.join(", ", there.channels()));
        TextTable table = new TextTable(
                "No deliveries.", "tenant_key", "notification_id", "channel", "state", "attempts", "next", "error");
        list.forEach(each -> table.row(
                each.tenant(),
                each.notice(),
                each.channel(),
                each.state(),
                each.attempts(),
                seconds(each.nextAt()),
                each.error()));
        table.print(out);
    }

    private static @Nullable Instant seconds(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
    }
}
