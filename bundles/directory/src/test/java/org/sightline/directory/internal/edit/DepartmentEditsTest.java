package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;
import static org.sightline.directory.internal.edit.EditedAcme.below;
import static org.sightline.directory.internal.edit.EditedAcme.departments;
import static org.sightline.directory.internal.edit.EditedAcme.groupOf;
import static org.sightline.directory.internal.edit.EditedAcme.ledBy;
import static org.sightline.directory.internal.edit.EditedAcme.named;
import static org.sightline.problem.ProblemKind.CONFLICT;
import static org.sightline.problem.ProblemKind.INVALID;
import static org.sightline.problem.ProblemKind.NOT_FOUND;
import static org.sightline.problem.ProblemKind.PRECONDITION_FAILED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Expectation;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.Refused;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;

class DepartmentEditsTest {

    private final EditedAcme acme = new EditedAcme();

    @Test
    void createsWithNameInNfc() {
        acme.member("anna", "0");
        Department given =
                new Department(new DepartmentId("rd"), "Cafe\u0301", DepartmentId.ROOT, 3, List.of(new UserId("anna")));
        Department created = acme.editor.createDepartment(KEY, actor(), given).value();
        assertThat(created.name()).isEqualTo("Caf\u00e9");
        assertThat(acme.department("rd")).isEqualTo(created);
        assertThat(acme.audit()).containsExactly("3 department.create rd", "2 user.create anna");
    }

    @Test
    void refusesEverythingWrongAtOnce() {
        Department given = new Department(
                new DepartmentId("rd"),
                "\u0000",
                new DepartmentId("nowhere"),
                0,
                List.of(new UserId("ghost"), new UserId("ghost")));
        Refused.when(() -> acme.editor.createDepartment(KEY, actor(), given))
                .as(INVALID, "invalid")
                .faults(
                        "/name",
                        "invalid",
                        "/parent_id",
                        "invalid",
                        "/leader_user_ids/0",
                        "invalid",
                        "/leader_user_ids/1",
                        "invalid");
        assertThat(acme.now().revision()).isEqualTo(1);
    }

    @Test
    void idsAreUsedOnce() {
        acme.department("rd", "0");
        Refused.when(() -> acme.department("rd", "0"))
                .as(CONFLICT, "duplicate_id")
                .faults("/department_id", "duplicate_id");
        Refused.when(() -> acme.editor.createDepartment(KEY, actor(), Acme.ROOT))
                .as(CONFLICT, "duplicate_id");
    }

    @Test
    void movesButNotBelowItself() {
        acme.department("a", "0");
        acme.department("b", "a");
        acme.department("c", "b");
        Refused.when(() -> acme.update("a", below("c")))
                .as(CONFLICT, "department_cycle")
                .faults("/parent_id", "department_cycle");
        Refused.when(() -> acme.update("a", below("a"))).as(CONFLICT, "department_cycle");
        acme.update("c", below("0"));
        acme.update("a", below("c"));
        assertThat(acme.department("a").parent()).isEqualTo(new DepartmentId("c"));
    }

    @Test
    void theTreeIsAtMostAHundredDeep() {
        for (int i = 1; i < 100; i++) {
            acme.department("d" + i, i == 1 ? "0" : "d" + (i - 1));
        }
        Refused.when(() -> acme.department("d100", "d99")).as(CONFLICT, "limit_exceeded");
        acme.department("two", "0");
        acme.department("levels", "two");
        Refused.when(() -> acme.update("two", below("d98"))).as(CONFLICT, "limit_exceeded");
        acme.update("two", below("d97"));
    }

    @Test
    void theRootKeepsNameAndPlace() {
        acme.member("anna", "0");
        Refused.when(() ->
                        acme.update("0", old -> new Department(old.id(), "Other", new DepartmentId("0"), 0, List.of())))
                .as(INVALID, "immutable_field")
                .faults("/name", "immutable_field", "/parent_id", "immutable_field");
        acme.update("0", ledBy("anna"));
        assertThat(acme.department("0").leaders()).containsExactly(new UserId("anna"));
        Refused.when(() -> acme.deleteDepartment("0")).as(CONFLICT, "conflict");
    }

    @Test
    void aDepartmentNeedsAParentAndKeepsItsId() {
        acme.department("rd", "0");
        Refused.when(() -> acme.update("rd", old -> new Department(new DepartmentId("x"), "n", null, 0, List.of())))
                .as(INVALID, "invalid")
                .faults("/department_id", "immutable_field", "/parent_id", "invalid");
    }

    @Test
    void isDeletedOnlyWhenEmptyAndSaysWhatIsInIt() {
        acme.department("rd", "0");
        acme.department("lab", "rd");
        acme.member("anna", "rd");
        acme.member("ben", "rd", "0");
        Refused refused = Refused.when(() -> acme.deleteDepartment("rd"))
                .as(CONFLICT, "department_not_empty")
                .saying("`lab`", "`anna`", "`ben`");
        assertThat(refused.problem().members())
                .containsEntry("department_ids", List.of("lab"))
                .containsEntry("user_ids", List.of("anna", "ben"));
        acme.deleteMember("anna");
        acme.updateMember("ben", EditedAcme.in("0"));
        acme.deleteDepartment("lab");
        acme.deleteDepartment("rd");
        assertThat(acme.now().directory().departmentCount()).isEqualTo(1);
        Refused.when(() -> acme.deleteDepartment("rd")).as(NOT_FOUND, "not_found");
    }

    @Test
    void leavesGroupsAndUnitsWhenDeleted() {
        acme.department("rd", "0");
        acme.department("hr", "0");
        acme.editor.createGroup(KEY, actor(), groupOf("g", List.of(), List.of("rd", "hr")));
        acme.unit("u", "rd", "hr");
        acme.deleteDepartment("rd");
        assertThat(acme.now().directory().group(new GroupId("g")).orElseThrow().departments())
                .isEqualTo(departments("hr"));
        assertThat(acme.now().directory().unit(new UnitId("u")).orElseThrow().departments())
                .isEqualTo(departments("hr"));
        assertThat(acme.audit()).startsWith("6 department.delete rd", "6 unit.update u", "6 group.update g");
    }

    @Test
    void cannotBeMovedIntoASecondUnit() {
        acme.department("a", "0");
        acme.department("b", "0");
        acme.department("under-b", "b");
        acme.unit("ua", "a");
        acme.unit("ub", "under-b");
        Refused.when(() -> acme.update("b", below("a")))
                .as(CONFLICT, "department_in_other_unit")
                .saying("`ua`");
        acme.department("free", "0");
        acme.update("free", below("a"));
        Refused.when(() -> acme.update("b", below("free"))).as(CONFLICT, "department_in_other_unit");
        acme.update("under-b", below("b"));
    }

    @Test
    void nothingToChangeKeepsTheRevision() {
        acme.department("rd", "0");
        assertThat(acme.update("rd", old -> old)).isEqualTo(2);
        assertThat(acme.update("rd", named("Name of rd"))).isEqualTo(2);
        assertThat(acme.update("rd", named("New"))).isEqualTo(3);
    }

    @Test
    void expectationsAreCheckedInsideTheChange() {
        acme.department("rd", "0");
        Expectation<Department> no = present -> false;
        DepartmentId id = new DepartmentId("rd");
        Refused.when(() -> acme.editor.updateDepartment(KEY, actor(), id, no, named("New")))
                .as(PRECONDITION_FAILED, "revision_mismatch");
        Refused.when(() -> acme.editor.deleteDepartment(KEY, actor(), id, no))
                .as(PRECONDITION_FAILED, "revision_mismatch");
    }
}
