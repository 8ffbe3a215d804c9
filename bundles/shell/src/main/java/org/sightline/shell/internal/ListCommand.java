package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.SeenJson;
import org.sightline.shell.internal.text.SeenJson.ListJson;
import org.sightline.shell.internal.text.TextTable;
import org.sightline.visibility.VisibilityEngine;

/** What the commands share that list whole sides of "who sees whom". */
abstract class ListCommand extends QuestionCommand {

    @Argument(index = 1, name = "user_id", description = "Of whom", required = true)
    @Completion(UserCompleter.class)
    String userId = "";

    @Option(name = "-n", description = "How many members at most")
    int most = 100;

    @Option(name = "--skip", description = "How many members to leave out at the beginning")
    int skip;

    /** Returns the numbers to list, ascending. */
    abstract int[] numbers(VisibilityEngine engine, int member);

    @Override
    final void run(PrintStream out) {
        if (most < 1 || skip < 0) {
            throw Problem.invalid("/n", Codes.INVALID, "-n must be 1 or more, and --skip not negative")
                    .exception();
        }
        on(visibility, "visibility-rules");
        TenantSnapshot state = state();
        DirectorySnapshot directory = state.directory();
        int member = member(directory, "/user_id", id("/user_id", () -> new UserId(userId)));
        int[] numbers = numbers(engine(state), member);
        List<Member> shown = Arrays.stream(numbers)
                .skip(skip)
                .limit(most)
                .mapToObj(directory::member)
                .toList();
        if (json) {
            printJson(
                    out,
                    new ListJson(
                            shown.stream()
                                    .map(each -> new SeenJson(each.id().value()))
                                    .toList(),
                            (long) skip + shown.size() < numbers.length,
                            numbers.length));
            return;
        }
        TextTable table = new TextTable("Nobody.", "user_id", "name");
        shown.forEach(each -> table.row(each.id(), each.name()));
        table.print(out);
        out.println(numbers.length + " in all, the member included");
    }
}
