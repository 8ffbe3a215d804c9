package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.json.TrustPartyJson;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.PartyView;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.TrustAccess;

/** Replaces what a tenant permits a trusted party. */
@Service
@Command(
        scope = "sightline",
        name = "trust-permit",
        description = "Replace what a tenant permits a trusted party; what is not named follows the tenant's defaults")
public final class TrustPermitCommand extends PartyCommand {

    @Option(name = "--access", description = "Words out of find, browse, separated by commas, or none")
    @Nullable
    String access;

    @Option(name = "--visible-fields", description = "Field names, separated by commas; name is always among them")
    @Nullable
    String visible;

    @Option(name = "--searchable-fields", description = "Field names, separated by commas")
    @Nullable
    String searchable;

    @Reference(optional = true)
    @Nullable
    TrustRelations relations;

    @Override
    void run(PrintStream out) {
        PartyView now = on(relations, "trusted-party")
                .permit(tenant(), actor(), partner(), access(), fields(), Expectation.any())
                .value();
        if (json) {
            printJson(out, TrustPartyJson.of(now));
        } else {
            TrustText.grants(out, now);
        }
    }

    private @Nullable TrustAccess access() {
        if (access == null) {
            return null;
        }
        List<String> words = words(access);
        return id("/access", () -> {
            if (!List.of("find", "browse", "none").containsAll(words)) {
                throw new IllegalArgumentException("must be find, browse, both separated by a comma, or none");
            }
            return new TrustAccess(words.contains("find"), words.contains("browse"));
        });
    }

    private @Nullable FieldGrants fields() {
        if (visible == null && searchable == null) {
            return null;
        }
        return FieldGrants.of(words(visible), words(searchable));
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
