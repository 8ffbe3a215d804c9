package org.sightline.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Tenants;

/** Completes tenant keys. */
@Service
public final class TenantCompleter implements Completer {

    @Reference(optional = true)
    @Nullable
    Tenants tenants;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (tenants == null) {
            return -1;
        }
        List<String> keys =
                tenants.list().stream().map(tenant -> tenant.key().value()).toList();
        return new StringsCompleter(keys).complete(session, commandLine, candidates);
    }
}
