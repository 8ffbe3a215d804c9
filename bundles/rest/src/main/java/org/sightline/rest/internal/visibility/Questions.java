package org.sightline.rest.internal.visibility;

import org.jspecify.annotations.Nullable;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.VerifyJson.Question;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.visibility.Decision;
import org.sightline.visibility.LiveQuestions;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;

/** Answers "may A see B?" for whoever asks, in one way. */
final class Questions {

    private Questions() {}

    /**
     * Decides one question.
     *
     * @param live hears of the answer
     * @throws org.sightline.problem.ProblemException {@code invalid} for an unknown id, with its pointer
     */
    static Decision decide(Visibility visibility, LiveQuestions live, TenantSnapshot state, Question question) {
        DirectorySnapshot directory = state.directory();
        VisibilityEngine engine = visibility.engine(state);
        int viewer = member(directory, question.subject(), "/subject_user_id");
        UserId user = question.user();
        if (user != null) {
            int member = member(directory, user, "/object_user_id");
            Decision decision = engine.explain(viewer, member);
            live.answered(state, viewer, member, decision.visible());
            return decision;
        }
        return engine.explainDepartment(viewer, department(directory, question.department()));
    }

    private static int member(DirectorySnapshot directory, UserId id, String pointer) {
        int number = directory.memberNumber(id);
        if (number == DirectorySnapshot.NONE) {
            throw Problem.invalid(pointer, Codes.INVALID, "there is no user `" + id + "`")
                    .exception();
        }
        return number;
    }

    private static int department(DirectorySnapshot directory, @Nullable DepartmentId id) {
        int number = id == null ? DirectorySnapshot.NONE : directory.departmentNumber(id);
        if (number == DirectorySnapshot.NONE) {
            throw Problem.invalid("/object_department_id", Codes.INVALID, "there is no department `" + id + "`")
                    .exception();
        }
        return number;
    }
}
