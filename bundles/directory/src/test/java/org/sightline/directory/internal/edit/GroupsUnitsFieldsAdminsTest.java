package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;
import static org.sightline.directory.internal.edit.EditedAcme.departments;
import static org.sightline.directory.internal.edit.EditedAcme.groupOf;
import static org.sightline.directory.internal.edit.EditedAcme.unitOf;
import static org.sightline.directory.internal.edit.EditedAcme.withFields;
import static org.sightline.problem.ProblemKind.CONFLICT;
import static org.sightline.problem.ProblemKind.INVALID;
import static org.sightline.problem.ProblemKind.NOT_FOUND;
import static org.sightline.problem.ProblemKind.PRECONDITION_FAILED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.Refused;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.StateChange;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

class GroupsUnitsFieldsAdminsTest {

    private static final FieldId FLOOR = new FieldId("floor");

    private final EditedAcme acme = new EditedAcme();

    private long put(CustomField... fields) {
        return acme.editor
                .replaceFields(KEY, actor(), Expectation.any(), List.of(fields))
                .revision();
    }

    private static CustomField floor(FieldType type, String... choices) {
        return new CustomField(FLOOR, "Floor", type, List.of(choices));
    }

    @Test
    void groupsNameWhatExists() {
        acme.member("anna", "0");
        acme.department("rd", "0");
        Group group = groupOf("g", List.of("anna"), List.of("rd"));
        acme.editor.createGroup(KEY, actor(), group);
        assertThat(acme.now().directory().group(group.id())).contains(group);
        Refused.when(() -> acme.editor.createGroup(KEY, actor(), group)).as(CONFLICT, "duplicate_id");
        Refused.when(() -> acme.editor.createGroup(
                        KEY, actor(), groupOf("h", List.of("anna", "anna", "ghost"), List.of("nowhere"))))
                .as(INVALID, "invalid")
                .faults("/user_ids/1", "invalid", "/user_ids/2", "invalid", "/department_ids/0", "invalid");
        Refused.when(() -> acme.editor.createGroup(KEY, actor(), groupOf("h", "custom_fields.floor = \"3\"")))
                .faults("/condition", "invalid");
        acme.editor.deleteGroup(KEY, actor(), group.id(), Expectation.any());
        Refused.when(() -> acme.editor.deleteGroup(KEY, actor(), group.id(), Expectation.any()))
                .as(NOT_FOUND, "not_found");
    }

    @Test
    void aGroupCanTurnDynamic() {
        acme.member("anna", "0");
        acme.editor.createGroup(KEY, actor(), groupOf("g", List.of("anna"), List.of()));
        GroupId id = new GroupId("g");
        acme.editor.updateGroup(KEY, actor(), id, Expectation.any(), old -> groupOf("g", "name starts with \"Name\""));
        assertThat(acme.now().directory().membersOf(id)).containsExactly(0);
        Refused.when(() -> acme.editor.updateGroup(
                        KEY, actor(), id, Expectation.any(), old -> groupOf("other", "name = \"\"")))
                .faults("/group_id", "immutable_field");
    }

    @Test
    void unitsDoNotOverlap() {
        acme.department("a", "0");
        acme.department("aa", "a");
        acme.department("aaa", "aa");
        acme.department("b", "0");
        acme.unit("one", "aa");
        Refused.when(() -> acme.unit("two", "b", "aa"))
                .as(CONFLICT, "department_in_other_unit")
                .saying("`one`")
                .faults("/department_ids/1", "department_in_other_unit");
        Refused.when(() -> acme.unit("two", "aaa"))
                .as(CONFLICT, "department_in_other_unit")
                .saying("`one`");
        Refused.when(() -> acme.unit("two", "a"))
                .as(CONFLICT, "department_in_other_unit")
                .saying("`one`")
                .faults("/department_ids/0", "department_in_other_unit");
        acme.unit("two", "b");
        Refused.when(() -> acme.editor.updateUnit(
                        KEY, actor(), new UnitId("two"), Expectation.any(), old -> unitOf("two", "b", "0")))
                .as(CONFLICT, "department_in_other_unit");
        acme.editor.updateUnit(
                KEY, actor(), new UnitId("one"), Expectation.any(), old -> unitOf("one", "aa", "aaa", "a"));
        assertThat(acme.now().directory().unit(new UnitId("one")).orElseThrow().departments())
                .isEqualTo(departments("aa", "aaa", "a"));
    }

    @Test
    void aUnitsTypeStays() {
        acme.unit("one");
        Refused.when(() -> acme.editor.updateUnit(
                        KEY,
                        actor(),
                        new UnitId("one"),
                        Expectation.any(),
                        old -> new Unit(old.id(), "", "region", departments("nowhere"))))
                .as(INVALID, "invalid")
                .faults("/type", "immutable_field", "/name", "invalid", "/department_ids/0", "invalid");
        Refused.when(() -> acme.unit("one")).as(CONFLICT, "duplicate_id");
    }

    @Test
    void theLastUnitStaysWhileTheMainRuleNeedsIt() {
        acme.unit("one");
        acme.unit("two");
        VisibilityPolicy ownUnit =
                new VisibilityPolicy(MainRuleChoice.of("own_unit"), List.of(), VisibilityPolicy.DEFAULT.displayOrder());
        acme.live.apply(
                KEY,
                actor(),
                now -> new Proposal<>(
                        List.of(new StateChange.PutPolicy(ownUnit)),
                        List.of(new Proposal.AuditNote("policy.update", "policy", "policy", null, null)),
                        1));
        acme.editor.deleteUnit(KEY, actor(), new UnitId("one"), Expectation.any());
        Refused.when(() -> acme.editor.deleteUnit(KEY, actor(), new UnitId("two"), Expectation.any()))
                .as(CONFLICT, "unit_in_use");
    }

    @Test
    void fieldsAreCheckedAsAWhole() {
        Refused.when(() -> put(
                        new CustomField(FLOOR, "", FieldType.TEXT, List.of("a")),
                        new CustomField(FLOOR, "l", FieldType.CHOICE, List.of()),
                        new CustomField(new FieldId("c"), "l", FieldType.CHOICE, List.of("x", "x", "\t"))))
                .as(INVALID, "invalid")
                .faults(
                        "/fields/0/label", "invalid",
                        "/fields/0/choices", "invalid",
                        "/fields/1/field_id", "invalid",
                        "/fields/1/choices", "invalid",
                        "/fields/2/choices/1", "invalid",
                        "/fields/2/choices/2", "invalid");
        assertThat(put(floor(FieldType.TEXT))).isEqualTo(2);
        assertThat(put(floor(FieldType.TEXT))).isEqualTo(2);
    }

    @Test
    void valuesOfFieldsThatAreGoneAreDropped() {
        FieldId kept = new FieldId("kept");
        CustomField keptField = new CustomField(kept, "Kept", FieldType.TEXT, List.of());
        put(floor(FieldType.TEXT), keptField);
        acme.editor.createMember(KEY, actor(), withFields(Acme.member("anna", "0"), Map.of(FLOOR, "3", kept, "x")));
        put(keptField);
        assertThat(acme.member("anna").customFields()).containsExactly(Map.entry(kept, "x"));
    }

    @Test
    void fieldsThatValuesOrGroupsNeedDoNotChangeUnderThem() {
        put(floor(FieldType.CHOICE, "1", "2"));
        acme.editor.createMember(KEY, actor(), withFields(Acme.member("anna", "0"), Map.of(FLOOR, "2")));
        Refused.when(() -> put(floor(FieldType.TEXT))).faults("/fields/0/type", "immutable_field");
        Refused.when(() -> put(floor(FieldType.CHOICE, "1", "3"))).faults("/fields/0/choices", "invalid");
        put(floor(FieldType.CHOICE, "2", "3"));
        acme.deleteMember("anna");
        put(floor(FieldType.TEXT));
        acme.editor.createGroup(KEY, actor(), groupOf("g", "not custom_fields.floor = \"2\""));
        Refused.when(() -> put()).as(CONFLICT, "conflict").saying("`g`");
        acme.editor.deleteGroup(KEY, actor(), new GroupId("g"), Expectation.any());
        put();
        assertThat(acme.now().directory().fields()).isEmpty();
    }

    @Test
    void administratorsAreActiveMembers() {
        acme.member("anna", "0");
        Refused.when(() -> acme.admin("ghost", true)).as(NOT_FOUND, "not_found");
        acme.updateMember("anna", old -> old.withStatus(MemberStatus.SUSPENDED));
        Refused.when(() -> acme.admin("anna", true)).as(INVALID, "invalid").faults("/user_id", "invalid");
        acme.updateMember("anna", old -> old.withStatus(MemberStatus.ACTIVE));
        long revision = acme.admin("anna", true);
        assertThat(acme.admin("anna", true)).isEqualTo(revision);
        assertThat(acme.now()
                        .directory()
                        .administrator(new UserId("anna"))
                        .orElseThrow()
                        .primary())
                .isTrue();
    }

    @Test
    void anAdministratorsRoleIsOnlyChangedWhenItIsWhatTheCallerRead() {
        acme.member("anna", "0");
        acme.member("ben", "0");
        acme.admin("anna", true);
        acme.admin("ben", false);
        UserId ben = new UserId("ben");
        Administrator changed = new Administrator(ben, true, Set.of());
        Refused.when(() -> acme.editor.putAdministrator(KEY, actor(), changed, present -> false))
                .as(PRECONDITION_FAILED, "revision_mismatch");
        Refused.when(() -> acme.editor.removeAdministrator(KEY, actor(), ben, present -> present.primary()))
                .as(PRECONDITION_FAILED, "revision_mismatch");
        acme.editor.putAdministrator(
                KEY, actor(), changed, present -> !present.orElseThrow().primary());
        acme.editor.removeAdministrator(KEY, actor(), ben, Administrator::primary);
        assertThat(acme.now().directory().administrator(ben)).isEmpty();
    }

    @Test
    void theOperatorIsLetInUntilThatIsTakenBack() {
        OperatorAccess always = new OperatorAccess(null);
        long before = acme.now().revision();
        acme.editor.putOperatorAccess(KEY, actor(), always);
        acme.editor.putOperatorAccess(KEY, actor(), always);
        assertThat(acme.now().operatorAccess()).isEqualTo(always);
        assertThat(acme.now().revision()).isEqualTo(before + 1);
        acme.editor.removeOperatorAccess(KEY, actor());
        assertThat(acme.now().operatorAccess()).isNull();
        Refused.when(() -> acme.editor.removeOperatorAccess(KEY, actor())).as(NOT_FOUND, "not_found");
    }

    @Test
    void theLastPrimaryAdministratorIsNeitherDemotedNorRemoved() {
        acme.member("anna", "0");
        acme.member("ben", "0");
        acme.admin("anna", true);
        acme.admin("ben", false);
        UserId anna = new UserId("anna");
        Refused.when(() -> acme.admin("anna", false)).as(CONFLICT, "last_primary_admin");
        Refused.when(() -> acme.editor.removeAdministrator(KEY, actor(), anna, Expectation.any()))
                .as(CONFLICT, "last_primary_admin");
        acme.admin("ben", true);
        acme.editor.putAdministrator(KEY, actor(), new Administrator(anna, false, Set.of()), Expectation.any());
        acme.editor.removeAdministrator(KEY, actor(), anna, Expectation.any());
        Refused.when(() -> acme.editor.removeAdministrator(KEY, actor(), anna, Expectation.any()))
                .as(NOT_FOUND, "not_found");
    }
}
