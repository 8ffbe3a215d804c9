package org.sightline.shell.internal;

import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;

/** What the commands share that are about a tenant's half of one relation. */
abstract class PartyCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "partner", description = "The trusted party's tenant key", required = true)
    @Completion(TenantCompleter.class)
    String partnerKey = "";

    final TenantKey tenant() {
        return tenantKey(tenantKey);
    }

    final TenantKey partner() {
        return id("/partner", () -> new TenantKey(partnerKey));
    }

    /** Returns the ids in an option that may be given several times. */
    static <T> List<T> ids(String pointer, @Nullable List<String> texts, Function<String, T> reading) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> id(pointer, () -> reading.apply(text)))
                        .toList();
    }
}
