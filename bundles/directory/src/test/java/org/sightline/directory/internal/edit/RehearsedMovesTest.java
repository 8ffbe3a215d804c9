package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Move;
import org.sightline.directory.Rehearsal;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;

/** Moves that are only tried out end where real ones end, and are refused as real ones are. */
class RehearsedMovesTest {

    private final EditedAcme acme = new EditedAcme();
    private final Rehearsal rehearsal = new RehearsedMoves();

    @BeforeEach
    void found() {
        acme.department("east", "0");
        acme.department("west", "0");
        acme.department("sales", "east");
        acme.member("ann", "sales");
        acme.member("bob", "east", "west");
    }

    @Test
    void endWhereRealMovesEnd() {
        TenantSnapshot before = acme.now();

        TenantSnapshot rehearsed =
                rehearsal.after(before, List.of(department("sales", "west"), member("bob", "sales"), member("ann")));

        assertThat(acme.now()).isSameAs(before);
        acme.update("sales", EditedAcme.below("west"));
        acme.updateMember("bob", bob -> bob.withDepartments(places("sales")));
        acme.updateMember("ann", ann -> ann.withDepartments(List.of()));
        assertThat(rehearsed.revision()).isEqualTo(before.revision());
        assertThat(inShort(rehearsed)).isEqualTo(inShort(acme.now())).isNotEqualTo(inShort(before));
    }

    @Test
    void nothingMovesWithoutMoves() {
        assertThat(inShort(rehearsal.after(acme.now(), List.of()))).isEqualTo(inShort(acme.now()));
    }

    @Test
    void departmentsMoveOneAfterTheOther() {
        assertThat(refusal(department("east", "west"), department("west", "sales"))
                        .code())
                .isEqualTo(Codes.DEPARTMENT_CYCLE);
    }

    @Test
    void whatIsUnknownIsRefusedWithItsPlace() {
        assertThat(pointers(refusal(member("bob", "west"), member("nobody", "west"))))
                .containsExactly("/1/user_id");
        assertThat(pointers(refusal(member("bob", "nowhere")))).containsExactly("/0/department_ids/0");
        assertThat(pointers(refusal(department("nowhere", "west")))).containsExactly("/0/department_id");
        assertThat(pointers(refusal(department("sales", "nowhere")))).containsExactly("/0/parent_id");
    }

    @Test
    void nothingMovesTwice() {
        assertThat(pointers(refusal(member("bob", "west"), member("bob", "east"))))
                .containsExactly("/1/user_id");
        assertThat(pointers(refusal(department("sales", "west"), department("sales", "0"))))
                .containsExactly("/1/department_id");
    }

    @Test
    void whoIsDeletedStaysWhereTheyAre() {
        acme.deleteMember("ann");
        assertThat(refusal(member("ann", "west")).code()).isEqualTo(Codes.CONFLICT);
    }

    private Problem refusal(Move... moves) {
        TenantSnapshot now = acme.now();
        return catchThrowableOfType(ProblemException.class, () -> rehearsal.after(now, List.of(moves)))
                .problem();
    }

    private static List<String> pointers(Problem problem) {
        assertThat(problem.code()).isEqualTo(Codes.INVALID);
        return problem.faults().stream().map(Fault::pointer).toList();
    }

    private static Move department(String id, String parent) {
        return new Move.OfDepartment(new DepartmentId(id), new DepartmentId(parent));
    }

    private static Move member(String id, String... departments) {
        return new Move.OfMember(
                new UserId(id), Stream.of(departments).map(DepartmentId::new).toList());
    }

    /** Who is where, and what below what. */
    private static List<String> inShort(TenantSnapshot snapshot) {
        DirectorySnapshot directory = snapshot.directory();
        Stream<String> departments = IntStream.range(0, directory.departmentCount())
                .mapToObj(directory::department)
                .map(each -> each.id() + " below " + each.parent())
                .sorted();
        Stream<String> members = IntStream.range(0, directory.memberCount())
                .mapToObj(number -> directory.member(number).id() + " in "
                        + IntStream.of(directory.departmentsOf(number))
                                .mapToObj(in -> directory.department(in).id().value())
                                .toList());
        return Stream.concat(departments, members).toList();
    }

    private static List<Membership> places(String... departments) {
        return Stream.of(departments)
                .map(id -> new Membership(new DepartmentId(id), 0))
                .toList();
    }
}
