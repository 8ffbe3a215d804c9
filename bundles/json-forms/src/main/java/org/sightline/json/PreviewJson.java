package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Move;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * A change to try out: exactly one of the two (docs/concepts.md, "Preview").
 *
 * @param policy another visibility policy
 * @param moves  other places for members and departments, at most 1,000
 */
public record PreviewJson(
        @Nullable PolicyJson policy, @Nullable List<@Nullable MoveJson> moves) {

    /** How many moves can be tried out at once. */
    public static final int MAX_MOVES = 1_000;

    /**
     * Returns the change this form stands for; rules without an id get one.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault
     */
    public Proposed toModel() {
        Faults faults = Faults.none();
        if (policy == null && moves == null) {
            faults.invalid("policy", "`policy` or `moves` is missing");
        }
        if (policy != null && moves != null) {
            faults.invalid("moves", "give `policy` or `moves`, not both");
        }
        if (moves != null && moves.size() > MAX_MOVES) {
            faults.invalid("moves", "must have at most " + MAX_MOVES + " entries");
        }
        faults.refuseIfAny();
        List<Move> read = Forms.each(faults, "moves", moves, MoveJson::read);
        VisibilityPolicy proposed = policy == null ? null : policy.toModel(faults.below("policy"));
        faults.refuseIfAny();
        return new Proposed(proposed, read);
    }

    /**
     * A change to try out.
     *
     * @param policy another policy; null when members or departments move
     * @param moves  empty when the policy changes
     */
    public record Proposed(@Nullable VisibilityPolicy policy, List<Move> moves) {}

    /**
     * Another place for a member ({@code user_id} and {@code department_ids}) or a department ({@code department_id} and
     * {@code parent_id}).
     *
     * @param userId        the member that moves
     * @param departmentIds all departments the member is in then; none means the root
     * @param departmentId  the department that moves
     * @param parentId      below which one
     */
    public record MoveJson(
            @Nullable String userId,
            @Nullable List<@Nullable String> departmentIds,
            @Nullable String departmentId,
            @Nullable String parentId) {

        Move read(Faults faults) {
            boolean ofMember = userId != null || departmentIds != null;
            if (ofMember && (departmentId != null || parentId != null)) {
                faults.invalid(
                        departmentId != null ? "department_id" : "parent_id",
                        "give `user_id` and `department_ids`, or `department_id` and `parent_id`, not both");
            }
            if (!ofMember) {
                return new Move.OfDepartment(
                        faults.required("department_id", departmentId, DepartmentId::new, DepartmentId::random),
                        faults.required("parent_id", parentId, DepartmentId::new, DepartmentId::random));
            }
            if (departmentIds == null) {
                faults.missing("department_ids");
            }
            return new Move.OfMember(
                    faults.required("user_id", userId, UserId::new, UserId::random),
                    faults.list("department_ids", departmentIds, DepartmentId::new));
        }
    }

    /**
     * What the change would do. Pairs are ordered and made of different active members.
     *
     * @param pairsGained    how many pairs see each other only after the change
     * @param pairsLost      how many pairs see each other only before
     * @param exact          always true: nothing is estimated
     * @param viewersChanged the viewers for whom most changes, most first; at most 100
     * @param samples        some of the pairs
     */
    public record ResultJson(
            long pairsGained, long pairsLost, boolean exact, List<ViewerJson> viewersChanged, SamplesJson samples) {

        /** Returns the form of a result. */
        public static ResultJson of(PreviewResult result) {
            return new ResultJson(
                    result.pairsGained(),
                    result.pairsLost(),
                    true,
                    result.viewers().stream().map(ViewerJson::of).toList(),
                    new SamplesJson(pairs(result.gained()), pairs(result.lost())));
        }

        private static List<List<String>> pairs(List<PreviewResult.Pair> pairs) {
            return pairs.stream()
                    .map(pair -> List.of(pair.viewer().value(), pair.target().value()))
                    .toList();
        }
    }

    /**
     * What changes for one viewer.
     *
     * @param userId the viewer
     * @param gained how many members they see only after the change
     * @param lost   how many members they see only before
     */
    public record ViewerJson(String userId, int gained, int lost) {

        static ViewerJson of(PreviewResult.ViewerChange change) {
            return new ViewerJson(change.viewer().value(), change.gained(), change.lost());
        }
    }

    /**
     * Some of the pairs, viewer and target.
     *
     * @param gained at most 20
     * @param lost   at most 20
     */
    public record SamplesJson(
            @Schema(description = "Pairs of viewer and target")
            List<List<String>> gained,

            @Schema(description = "Pairs of viewer and target")
            List<List<String>> lost) {}
}
