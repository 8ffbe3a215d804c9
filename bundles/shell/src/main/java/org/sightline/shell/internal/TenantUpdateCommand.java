package org.sightline.shell.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.Tenants;
import org.sightline.directory.model.Tenant;
import org.sightline.json.Json;
import org.sightline.json.TenantJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Changes a tenant's settings; what is not named stays. */
@Service
@Command(
        scope = "sightline",
        name = "tenant-update",
        description = "Change a tenant's settings; what is not named stays")
public final class TenantUpdateCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--name", description = "Its name, also of the root department")
    @Nullable
    String name;

    @Option(name = "--plan", description = "starter, basic, pro or enterprise")
    @Completion(
            value = StringsCompleter.class,
            values = {"starter", "basic", "pro", "enterprise"})
    @Nullable
    String plan;

    @Option(name = "--time-zone", description = "IANA name, such as Asia/Tokyo")
    @Nullable
    String timeZone;

    @Option(name = "--region", description = "Free text; an empty text removes it")
    @Nullable
    String region;

    @Option(name = "--locale", description = "Language tag, such as ja or pt-BR")
    @Nullable
    String locale;

    @Option(name = "--find-by-phone", description = "true or false")
    @Nullable
    Boolean findByPhone;

    @Reference(optional = true)
    @Nullable
    Tenants tenants;

    @Override
    void run(PrintStream out) {
        ObjectNode patch = patch();
        if (patch.isEmpty()) {
            throw Problem.invalid("", Codes.INVALID, "nothing to change: name at least one setting, such as --plan pro")
                    .exception();
        }
        Committed<Tenant> changed = on(tenants, "directory")
                .update(tenantKey(tenantKey), actor(), Expectation.any(), tenant -> TenantJson.of(tenant)
                        .patchedBy(patch)
                        .toModel());
        if (json) {
            printJson(out, TenantJson.of(changed.value()));
        } else {
            out.println("Changed tenant `" + tenantKey + "`; it is at revision " + changed.revision() + ".");
        }
    }

    private ObjectNode patch() {
        ObjectNode patch = Json.mapper().createObjectNode();
        put(patch, "name", name);
        put(patch, "plan", plan);
        put(patch, "time_zone", timeZone);
        put(patch, "locale", locale);
        if (region != null) {
            patch.put("region", region.isEmpty() ? null : region);
        }
        if (findByPhone != null) {
            patch.put("find_by_phone", findByPhone);
        }
        return patch;
    }

    private static void put(ObjectNode patch, String field, @Nullable String value) {
        if (value != null) {
            patch.put(field, value);
        }
    }
}
