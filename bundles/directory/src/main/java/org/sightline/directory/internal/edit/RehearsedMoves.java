package org.sightline.directory.internal.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.sightline.directory.Expectation;
import org.sightline.directory.Move;
import org.sightline.directory.Proposal;
import org.sightline.directory.Rehearsal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.snapshot.ArraySnapshot;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Membership;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.StateChange;

/**
 * Decides on moves as on real ones and applies them to a copy. Departments move one after the other, as each may stand in
 * the way of the next; members do not stand in anybody's way and move together.
 */
@Component
public final class RehearsedMoves implements Rehearsal {

    @Override
    public TenantSnapshot after(TenantSnapshot now, List<Move> moves) {
        if (!(now.directory() instanceof ArraySnapshot directory)) {
            throw new IllegalArgumentException("not a snapshot of ours");
        }
        Set<Object> moved = new HashSet<>();
        List<StateChange> members = new ArrayList<>();
        for (int index = 0; index < moves.size(); index++) {
            try {
                Move move = moves.get(index);
                if (move instanceof Move.OfDepartment ofDepartment) {
                    directory = directory.with(decide(directory, ofDepartment, moved), now.revision());
                } else if (move instanceof Move.OfMember ofMember) {
                    members.addAll(decide(directory, ofMember, moved));
                }
            } catch (ProblemException refusal) {
                throw new ProblemException(refusal.problem().below("/" + index), refusal);
            }
        }
        return new TenantSnapshot(
                directory.with(members, now.revision()),
                now.policy(),
                now.policyRevision(),
                now.trust(),
                now.operatorAccess(),
                now.apps(),
                now.shadow(),
                now.subscriptions());
    }

    private static List<StateChange> decide(DirectorySnapshot directory, Move.OfDepartment move, Set<Object> moved) {
        requireOnce(moved, move.department(), "/department_id");
        if (directory.departmentNumber(move.department()) == DirectorySnapshot.NONE) {
            throw invalid("/department_id", "there is no department `" + move.department() + "`");
        }
        Proposal<Department> proposal = DepartmentEdits.update(
                directory,
                move.department(),
                Expectation.any(),
                present -> new Department(
                        present.id(), present.name(), move.parent(), present.order(), present.leaders()));
        return proposal.changes();
    }

    private static List<StateChange> decide(DirectorySnapshot directory, Move.OfMember move, Set<Object> moved) {
        requireOnce(moved, move.user(), "/user_id");
        if (directory.memberNumber(move.user()) == DirectorySnapshot.NONE) {
            throw invalid("/user_id", "there is no user `" + move.user() + "`");
        }
        return MemberEdits.update(
                        directory,
                        move.user(),
                        Expectation.any(),
                        present -> present.withDepartments(placed(present, move.departments())))
                .changes();
    }

    private static List<Membership> placed(Member member, List<DepartmentId> departments) {
        Map<DepartmentId, Membership> present = new HashMap<>();
        member.departments().forEach(each -> present.put(each.department(), each));
        return departments.stream()
                .map(department -> present.getOrDefault(department, new Membership(department, 0)))
                .toList();
    }

    private static void requireOnce(Set<Object> moved, Object id, String pointer) {
        if (!moved.add(id)) {
            throw invalid(pointer, "`" + id + "` moves twice");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return Problem.invalid(pointer, Codes.INVALID, detail).exception();
    }
}
