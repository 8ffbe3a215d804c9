package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.DecisionJson;
import org.sightline.json.VerifyJson;
import org.sightline.json.VerifyJson.Question;
import org.sightline.shell.internal.text.DecisionText;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;

/** Answers "may A see B?" and says why. */
@Service
@Command(
        scope = "sightline",
        name = "verify",
        description = "Say whether a member may see another, or a department, and why")
public final class VerifyCommand extends QuestionCommand {

    @Argument(index = 1, name = "subject_user_id", description = "Who looks", required = true)
    @Completion(UserCompleter.class)
    String subjectUserId = "";

    @Argument(index = 2, name = "object_user_id", description = "At whom")
    @Completion(UserCompleter.class)
    @Nullable
    String objectUserId;

    @Option(name = "--object-department-id", description = "At which department, instead of object_user_id")
    @Completion(DepartmentCompleter.class)
    @Nullable
    String objectDepartmentId;

    @Override
    void run(PrintStream out) {
        on(visibility, "visibility-rules");
        TenantSnapshot state = state();
        Question question = new VerifyJson(subjectUserId, objectUserId, objectDepartmentId).toModel();
        Decision decision = decide(engine(state), state.directory(), question);
        if (json) {
            printJson(out, DecisionJson.of(decision));
        } else {
            DecisionText.print(out, decision);
        }
    }

    private static Decision decide(VisibilityEngine engine, DirectorySnapshot directory, Question question) {
        int subject = member(directory, "/subject_user_id", question.subject());
        UserId user = question.user();
        if (user != null) {
            return engine.explain(subject, member(directory, "/object_user_id", user));
        }
        DepartmentId department = question.department();
        if (department == null) {
            throw new IllegalStateException("a question has a member or a department");
        }
        return engine.explainDepartment(subject, number(directory, department));
    }

    private static int number(DirectorySnapshot directory, DepartmentId id) {
        return known(directory.departmentNumber(id), "/object_department_id", "there is no department `" + id + "`");
    }
}
