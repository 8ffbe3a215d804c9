package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.json.PageJson;
import org.sightline.json.TenantJson;
import org.sightline.shell.internal.text.TenantText;

/** Lists the tenants. */
@Service
@Command(scope = "sightline", name = "tenant-list", description = "List the tenants")
public final class TenantListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    Tenants tenants;

    @Override
    void run(PrintStream out) {
        List<Tenant> all = on(tenants, "directory").list();
        if (json) {
            printJson(out, PageJson.whole(all.stream().map(TenantJson::of).toList()));
        } else {
            TenantText.list(out, all);
        }
    }
}
