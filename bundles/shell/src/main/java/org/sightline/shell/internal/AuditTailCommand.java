package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;
import org.sightline.json.AuditEntryJson;
import org.sightline.json.PageJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.AuditText;
import org.sightline.store.AuditQuery;
import org.sightline.store.TenantStore;

/**
 * Shows the newest lines of the audit log, of the operator's own without a tenant: for people the newest last, in JSON
 * the newest first, as REST does.
 */
@Service
@Command(
        scope = "sightline",
        name = "audit-tail",
        description = "Show the newest lines of the audit log, the newest last")
public final class AuditTailCommand extends SightlineCommand {

    private static final int MOST_LINES = 500;

    @Argument(name = "tenant_key", description = "The tenant; without it the operator's own log")
    @Completion(TenantCompleter.class)
    @Nullable
    String tenantKey;

    @Option(name = "-n", aliases = "--lines", description = "How many lines, up to 500")
    int lines = 20;

    @Option(name = "--actor", description = "Only of this actor id")
    @Nullable
    String actor;

    @Option(name = "--object", description = "Only of this object id")
    @Nullable
    String object;

    @Option(name = "--action", description = "Only of this action, such as user.update")
    @Nullable
    String action;

    @Reference(optional = true)
    @Nullable
    TenantStore store;

    @Override
    void run(PrintStream out) {
        if (lines < 1 || lines > MOST_LINES) {
            throw Problem.invalid("/lines", Codes.INVALID, "-n must be from 1 to " + MOST_LINES)
                    .exception();
        }
        List<AuditEntry> oneMore = on(store, "storage").audit(query(lines + 1));
        List<AuditEntry> newestFirst = oneMore.subList(0, Math.min(lines, oneMore.size()));
        if (json) {
            List<AuditEntryJson> items =
                    newestFirst.stream().map(AuditEntryJson::of).toList();
            printJson(out, new PageJson<>(items, oneMore.size() > lines, null));
        } else {
            List<AuditEntry> newestLast = new ArrayList<>(newestFirst);
            Collections.reverse(newestLast);
            AuditText.print(out, newestLast);
        }
    }

    private AuditQuery query(int limit) {
        return new AuditQuery(
                tenantKey == null ? null : tenantKey(tenantKey), null, null, actor, object, action, 0, limit);
    }
}
