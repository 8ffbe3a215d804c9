package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.json.TrustPartyJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.TrustText;
import org.sightline.trust.PartyView;
import org.sightline.trust.TrustRelations;
import org.sightline.trust.model.SharingScope;

/** Replaces whom a tenant shares with a trusted party. */
@Service
@Command(
        scope = "sightline",
        name = "trust-share",
        description = "Replace whom a tenant shares with a trusted party; nobody when nothing is named")
public final class TrustShareCommand extends PartyCommand {

    @Option(name = "--all", description = "Everyone")
    boolean all;

    @Option(name = "--department-id", description = "A department with all below it", multiValued = true)
    @Nullable
    List<String> departments;

    @Option(name = "--user-id", description = "A member", multiValued = true)
    @Nullable
    List<String> users;

    @Reference(optional = true)
    @Nullable
    TrustRelations relations;

    @Override
    void run(PrintStream out) {
        PartyView now = on(relations, "trusted-party")
                .share(tenant(), actor(), partner(), scope(), Expectation.any())
                .value();
        if (json) {
            printJson(out, TrustPartyJson.of(now));
        } else {
            TrustText.parties(out, List.of(now));
        }
    }

    private SharingScope scope() {
        boolean named = departments != null || users != null;
        if (all && named) {
            throw Problem.invalid("/all", Codes.INVALID, "`--all` names everyone; leave the others out")
                    .exception();
        }
        return all
                ? SharingScope.EVERYONE
                : new SharingScope(
                        false,
                        ids("/department_ids", departments, DepartmentId::new),
                        ids("/user_ids", users, UserId::new));
    }
}
