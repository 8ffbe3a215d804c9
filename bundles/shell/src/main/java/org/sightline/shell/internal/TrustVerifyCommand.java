package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.json.TrustDecisionJson;
import org.sightline.json.VerifyAcrossJson;
import org.sightline.json.VerifyAcrossJson.Question;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.TextTable;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.Visibility;

/** Answers "may our A see B of a trusted party?" and says why. */
@Service
@Command(
        scope = "sightline",
        name = "trust-verify",
        description = "Say whether a member finds and sees a member of a trusted party, and why")
public final class TrustVerifyCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant of the member who looks", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "subject_user_id", description = "Who looks", required = true)
    @Completion(UserCompleter.class)
    String subjectUserId = "";

    @Argument(index = 2, name = "partner", description = "The trusted party", required = true)
    @Completion(TenantCompleter.class)
    String partner = "";

    @Argument(index = 3, name = "object_user_id", description = "At whom of the trusted party", required = true)
    String objectUserId = "";

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    TrustedParties trusted;

    @Reference(optional = true)
    @Nullable
    Visibility visibility;

    @Override
    void run(PrintStream out) {
        Visibility judge = on(visibility, "visibility-rules");
        TrustedParties parties = on(trusted, "trusted-party");
        TenantSnapshot own = on(snapshots, "directory").current(tenantKey(tenantKey));
        Question question = new VerifyAcrossJson(subjectUserId, partner, objectUserId).toModel();
        TenantSnapshot there = parties.partner(own, question.partner())
                .orElseThrow(() -> Problem.notFound("there is no trusted party `" + question.partner() + "`")
                        .exception());
        int viewer = own.directory().memberNumber(question.subject());
        if (viewer == DirectorySnapshot.NONE) {
            throw Problem.invalid("/subject_user_id", Codes.INVALID, "there is no member `" + question.subject() + "`")
                    .exception();
        }
        TrustDecision decision = judge.across(own, there).explain(viewer, question.object());
        if (json) {
            printJson(out, TrustDecisionJson.of(decision));
        } else {
            print(out, decision);
        }
    }

    private static void print(PrintStream out, TrustDecision decision) {
        out.println("find: " + decision.find() + ", browse: " + decision.browse());
        out.println(decision.explanation());
        TextTable table = new TextTable("There is nothing to check.", "check", "holds");
        decision.checks().forEach(result -> table.row(result.check().key(), result.holds() ? "yes" : "no"));
        table.print(out);
    }
}
