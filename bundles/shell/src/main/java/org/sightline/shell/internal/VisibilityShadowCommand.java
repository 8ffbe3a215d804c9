package org.sightline.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.Json;
import org.sightline.json.ShadowJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.ShadowText;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.Shadows;
import org.sightline.visibility.model.MainRuleChoice;

/** Has a candidate main rule compared with the one in force, or says what that has shown. */
@Service
@Command(
        scope = "sightline",
        name = "visibility-shadow",
        description = "Show what a candidate main rule would change on live questions; start or end comparing")
public final class VisibilityShadowCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Option(name = "--candidate", description = "Compare this type of main rule from now on")
    @Nullable
    String candidate;

    @Option(
            name = "--file",
            description =
                    "Compare the main rule in this JSON file, {\"main_rule\": {\"type\": ..., \"params\": {...}}}")
    @Completion(FileCompleter.class)
    @Nullable
    String file;

    @Option(name = "--remove", description = "Compare no more, and forget the counts")
    boolean remove;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Shadows shadows;

    @Override
    void run(PrintStream out) throws IOException {
        Shadows compared = on(shadows, "visibility-rules");
        TenantKey tenant = tenantKey(tenantKey);
        if ((candidate == null ? 0 : 1) + (file == null ? 0 : 1) + (remove ? 1 : 0) > 1) {
            throw Problem.invalid("/candidate", Codes.INVALID, "give one of --candidate, --file and --remove")
                    .exception();
        }
        if (remove) {
            compared.remove(tenant, actor());
            out.println("No candidate is compared any more.");
            return;
        }
        MainRuleChoice wanted = wanted();
        if (wanted != null) {
            compared.put(tenant, actor(), wanted);
        }
        ShadowReport report = compared.report(on(snapshots, "directory").current(tenant));
        if (json) {
            printJson(out, ShadowJson.of(report));
        } else {
            ShadowText.print(out, report);
        }
    }

    private @Nullable MainRuleChoice wanted() throws IOException {
        if (file == null) {
            return candidate == null ? null : MainRuleChoice.of(candidate);
        }
        try (InputStream content = Files.newInputStream(session().currentDir().resolve(file))) {
            return Json.read(content, ShadowJson.CandidateJson.class).toModel();
        }
    }
}
