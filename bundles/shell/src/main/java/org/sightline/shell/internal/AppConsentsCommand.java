package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppConsents;
import org.sightline.apps.model.App;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.json.AppConsentJson;
import org.sightline.json.PageJson;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.TextTable;

/** Lists the apps that may act for a member. */
@Service
@Command(scope = "sightline", name = "app-consents", description = "List the apps that may act for a member")
public final class AppConsentsCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "user_id", description = "The member", required = true)
    @Completion(UserCompleter.class)
    String userId = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    AppConsents consents;

    @Override
    void run(PrintStream out) {
        TenantKey tenant = tenantKey(tenantKey);
        TenantSnapshot state = on(snapshots, "directory").current(tenant);
        UserId user = id("/user_id", () -> new UserId(userId));
        if (state.directory().memberNumber(user) == DirectorySnapshot.NONE) {
            throw Problem.notFound("there is no member `" + user + "`").exception();
        }
        List<AppConsentJson> all = on(consents, "app-permissions").of(tenant, user).stream()
                .map(consent -> AppConsentJson.of(
                        consent,
                        state.apps()
                                .app(consent.app())
                                .map(App::name)
                                .orElse(consent.app().value())))
                .toList();
        if (json) {
            printJson(out, PageJson.whole(all));
            return;
        }
        TextTable table = new TextTable("No app may act for the member.", "app_id", "name", "agreed_at", "permissions");
        all.forEach(consent -> table.row(
                consent.appId(),
                consent.name(),
                consent.agreedAt(),
                consent.permissions().size()));
        table.print(out);
    }
}
