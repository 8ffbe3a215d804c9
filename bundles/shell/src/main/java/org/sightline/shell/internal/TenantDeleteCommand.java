package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Tenants;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Deletes a tenant for good, when its key is typed twice. */
@Service
@Command(scope = "sightline", name = "tenant-delete", description = "Delete a tenant with everything in it, for good")
public final class TenantDeleteCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--confirm", description = "The tenant's key once more")
    @Nullable
    String confirm;

    @Reference(optional = true)
    @Nullable
    Tenants tenants;

    @Override
    void run(PrintStream out) {
        Tenants directory = on(tenants, "directory");
        if (!tenantKey.equals(confirm)) {
            throw Problem.invalid(
                            "/confirm",
                            Codes.INVALID,
                            "this deletes everybody in it and cannot be undone; type `sightline:tenant-delete --confirm "
                                    + tenantKey + " " + tenantKey + "`")
                    .exception();
        }
        directory.delete(tenantKey(tenantKey), actor());
        if (!json) {
            out.println("Deleted tenant `" + tenantKey + "`.");
        }
    }
}
