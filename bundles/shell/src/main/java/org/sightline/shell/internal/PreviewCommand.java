package org.sightline.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Move;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.PreviewJson;
import org.sightline.json.PreviewJson.MoveJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.PreviewText;
import org.sightline.visibility.Preview;
import org.sightline.visibility.PreviewResult;

/** Says what another policy, or other places of members and departments, would change, without saving anything. */
@Service
@Command(
        scope = "sightline",
        name = "preview",
        description = "Say who would see whom, and who not any more, under the policy in a JSON file or after moves;"
                + " saves nothing")
public final class PreviewCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "file", description = "A policy, in a file on the server's machine")
    @Completion(FileCompleter.class)
    @Nullable
    String file;

    @Option(
            name = "--move",
            description = "Instead of a policy: a member and all departments the member is in then, as user=dept,dept",
            multiValued = true)
    List<String> moves = new ArrayList<>();

    @Option(
            name = "--move-department",
            description = "Instead of a policy: a department and the one it is directly below then, as dept=parent",
            multiValued = true)
    List<String> departmentMoves = new ArrayList<>();

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Reference(optional = true)
    @Nullable
    Preview preview;

    @Override
    void run(PrintStream out) throws IOException {
        PreviewResult result = preview(on(preview, "visibility-rules"));
        if (json) {
            printJson(out, PreviewJson.ResultJson.of(result));
        } else {
            PreviewText.print(out, result);
        }
    }

    private PreviewResult preview(Preview judge) throws IOException {
        boolean anythingMoves = !moves.isEmpty() || !departmentMoves.isEmpty();
        if (anythingMoves == (file != null)) {
            throw Problem.invalid("/file", Codes.INVALID, "give a file with a policy, or moves; one of the two")
                    .exception();
        }
        if (file != null) {
            var policy = policyIn(file);
            return judge.ofPolicy(now(), policy);
        }
        return judge.ofMoves(now(), moves());
    }

    private TenantSnapshot now() {
        return on(snapshots, "directory").current(tenantKey(tenantKey));
    }

    private List<Move> moves() {
        List<@Nullable MoveJson> forms = new ArrayList<>();
        for (String move : departmentMoves) {
            forms.add(new MoveJson(null, null, before(move), after(move)));
        }
        for (String move : moves) {
            List<@Nullable String> departments = List.of(after(move).split(","));
            forms.add(new MoveJson(before(move), departments, null, null));
        }
        return new PreviewJson(null, forms).toModel().moves();
    }

    private static String before(String move) {
        return move.substring(0, sign(move));
    }

    private static String after(String move) {
        return move.substring(sign(move) + 1);
    }

    private static int sign(String move) {
        int sign = move.indexOf('=');
        if (sign < 0) {
            throw Problem.invalid("/moves", Codes.INVALID, "`" + move + "` is not of the form `who=where`")
                    .exception();
        }
        return sign;
    }
}
