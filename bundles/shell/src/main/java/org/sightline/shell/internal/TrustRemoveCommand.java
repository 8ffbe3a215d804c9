package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.TrustEndJson;
import org.sightline.trust.RemovalView;
import org.sightline.trust.TrustRemovals;

/** Ends a relation in place of a tenant's administrators, or asks the other side to approve that. */
@Service
@Command(
        scope = "sightline",
        name = "trust-remove",
        description = "End a tenant's relation to a trusted party, or ask the other side to approve that")
public final class TrustRemoveCommand extends PartyCommand {

    @Reference(optional = true)
    @Nullable
    TrustRemovals removals;

    @Override
    void run(PrintStream out) {
        Optional<RemovalView> waiting = on(removals, "trusted-party")
                .remove(tenant(), actor(), partner())
                .value();
        if (json) {
            printJson(out, TrustEndJson.of(waiting));
        } else {
            out.println(waiting.map(removal -> "The other side has to approve; removal_id "
                            + removal.removal().id())
                    .orElse("The relation has ended."));
        }
    }
}
