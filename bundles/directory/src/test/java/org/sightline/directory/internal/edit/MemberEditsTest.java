package org.sightline.directory.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;
import static org.sightline.directory.internal.edit.EditedAcme.being;
import static org.sightline.directory.internal.edit.EditedAcme.groupOf;
import static org.sightline.directory.internal.edit.EditedAcme.in;
import static org.sightline.directory.internal.edit.EditedAcme.ledBy;
import static org.sightline.directory.internal.edit.EditedAcme.withEmail;
import static org.sightline.problem.ProblemKind.CONFLICT;
import static org.sightline.problem.ProblemKind.INVALID;
import static org.sightline.problem.ProblemKind.NOT_FOUND;
import static org.sightline.problem.ProblemKind.PRECONDITION_FAILED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.Refused;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.UserId;

class MemberEditsTest {

    private final EditedAcme acme = new EditedAcme();

    private long create(Member member) {
        return acme.editor.createMember(KEY, actor(), member).revision();
    }

    @Test
    void whoIsInNoDepartmentIsInTheRoot() {
        create(Acme.member("anna"));
        assertThat(acme.member("anna").departments()).containsExactly(new Membership(DepartmentId.ROOT, 0));
        acme.department("rd", "0");
        acme.updateMember("anna", in("rd"));
        acme.updateMember("anna", in());
        assertThat(acme.member("anna").departments()).containsExactly(new Membership(DepartmentId.ROOT, 0));
    }

    @Test
    void textsAreKeptInNfc() {
        create(new Member(
                new UserId("zoe"),
                "Zoe\u0308",
                new Profile("Zoe\u0308", null, null, null, null, "Ko\u0308ln", null),
                List.of(),
                Map.of(),
                MemberStatus.ACTIVE));
        assertThat(acme.member("zoe").name()).isEqualTo("Zo\u00eb");
        assertThat(acme.member("zoe").profile().city()).isEqualTo("K\u00f6ln");
    }

    @Test
    void refusesEverythingWrongAtOnce() {
        String control = "a\u0007b";
        Member member = new Member(
                new UserId("anna"),
                " ",
                new Profile("x".repeat(201), "no-address", control, control, control, control, "\u0085"),
                List.of(new Membership(DepartmentId.ROOT, 0), new Membership(new DepartmentId("nowhere"), 0)),
                Map.of(new FieldId("floor"), "3"),
                MemberStatus.DELETED);
        Refused.when(() -> create(member.withStatus(MemberStatus.ACTIVE)))
                .as(INVALID, "invalid")
                .faults(
                        "/name", "invalid",
                        "/en_name", "invalid",
                        "/email", "invalid",
                        "/mobile", "invalid",
                        "/employee_no", "invalid",
                        "/job_title", "invalid",
                        "/city", "invalid",
                        "/country", "invalid",
                        "/department_ids/1", "invalid",
                        "/custom_fields/floor", "invalid");
        Refused.when(() -> create(Acme.member("anna").withStatus(MemberStatus.DELETED)))
                .faults("/status", "invalid");
        assertThat(acme.now().revision()).isEqualTo(1);
    }

    @Test
    void aNullByteALoneSurrogateAndAnEmptyTextAreNoNames() {
        for (String name : List.of("a\u0000b", "a\ud800b", "", "\u3000", "x".repeat(201))) {
            Refused.when(() -> create(EditedAcme.named(Acme.member("anna", "0"), name)))
                    .faults("/name", "invalid");
        }
        create(EditedAcme.named(Acme.member("anna", "0"), " kept as it is \ud83d\ude00"));
        assertThat(acme.member("anna").name()).isEqualTo(" kept as it is \ud83d\ude00");
    }

    @Test
    void idsAreNeverUsedAgain() {
        acme.member("anna", "0");
        Refused.when(() -> acme.member("anna", "0")).as(CONFLICT, "duplicate_id");
        acme.deleteMember("anna");
        Refused.when(() -> acme.member("anna", "0"))
                .as(CONFLICT, "duplicate_id")
                .faults("/user_id", "duplicate_id");
        acme.member("Anna", "0");
    }

    @Test
    void emailsAreUniqueIgnoringCaseAmongThoseWhoAreNotDeleted() {
        create(withEmail(Acme.member("anna", "0"), "Anna@Example.org"));
        Member ben = withEmail(Acme.member("ben", "0"), "anna@example.ORG");
        Refused.when(() -> create(ben)).as(CONFLICT, "duplicate_email").faults("/email", "duplicate_email");
        acme.updateMember("anna", being(MemberStatus.SUSPENDED));
        Refused.when(() -> create(ben)).as(CONFLICT, "duplicate_email");
        acme.updateMember("anna", old -> withEmail(old, "ANNA@example.org"));
        acme.deleteMember("anna");
        create(ben);
        create(withEmail(Acme.member("carl", "0"), "carl@example.org"));
        Refused.when(() -> acme.updateMember("carl", old -> withEmail(old, "Anna@example.org")))
                .as(CONFLICT, "duplicate_email");
        acme.updateMember("ben", old -> withEmail(old, "ben@example.org"));
        acme.updateMember("carl", old -> withEmail(old, "Anna@example.org"));
        assertThat(acme.now().directory().memberNumberByEmail("anna@EXAMPLE.org"))
                .isEqualTo(acme.now().directory().memberNumber(new UserId("carl")));
    }

    @Test
    void theDeletedLeaveEverythingButTheirRecord() {
        acme.department("rd", "0");
        acme.member("anna", "rd");
        acme.member("boss", "0");
        acme.admin("boss", true);
        acme.admin("anna", false);
        acme.update("rd", ledBy("anna", "boss"));
        acme.editor.createGroup(KEY, actor(), groupOf("g", List.of("anna", "boss"), List.of()));
        long revision = acme.deleteMember("anna");
        Member anna = acme.member("anna");
        assertThat(anna.status()).isEqualTo(MemberStatus.DELETED);
        assertThat(anna.departments()).isEmpty();
        assertThat(acme.department("rd").leaders()).containsExactly(new UserId("boss"));
        assertThat(acme.now().directory().group(new GroupId("g")).orElseThrow().members())
                .containsExactly(new UserId("boss"));
        assertThat(acme.now().directory().administrator(new UserId("anna"))).isEmpty();
        assertThat(acme.audit())
                .startsWith(
                        revision + " user.delete anna",
                        revision + " admin.delete anna",
                        revision + " department.update rd",
                        revision + " group.update g");
        assertThat(acme.deleteMember("anna")).isEqualTo(revision);
        Refused.when(() -> acme.updateMember("anna", being(MemberStatus.ACTIVE)))
                .as(CONFLICT, "conflict");
        Refused.when(() -> acme.editor.createGroup(KEY, actor(), groupOf("h", List.of("anna"), List.of())))
                .faults("/user_ids/0", "invalid");
    }

    @Test
    void aStatusOfDeletedIsADeletion() {
        acme.member("anna", "0");
        acme.updateMember("anna", being(MemberStatus.DELETED));
        assertThat(acme.member("anna").departments()).isEmpty();
        assertThat(acme.audit()).startsWith("3 user.delete anna");
    }

    @Test
    void theLastActivePrimaryAdministratorStays() {
        acme.member("anna", "0");
        acme.member("ben", "0");
        acme.admin("anna", true);
        acme.admin("ben", true);
        acme.updateMember("ben", being(MemberStatus.SUSPENDED));
        Refused.when(() -> acme.updateMember("anna", being(MemberStatus.SUSPENDED)))
                .as(CONFLICT, "last_primary_admin");
        Refused.when(() -> acme.updateMember("anna", being(MemberStatus.DELETED)))
                .as(CONFLICT, "last_primary_admin");
        Refused.when(() -> acme.deleteMember("anna")).as(CONFLICT, "last_primary_admin");
        acme.updateMember("anna", old -> withEmail(old, "anna@example.org"));
        acme.updateMember("ben", being(MemberStatus.ACTIVE));
        acme.deleteMember("anna");
    }

    @Test
    void customValuesFollowTheirTypes() {
        acme.editor.replaceFields(
                KEY,
                actor(),
                present -> true,
                List.of(
                        field("text", FieldType.TEXT),
                        field("number", FieldType.NUMBER),
                        field("date", FieldType.DATE),
                        field("url", FieldType.URL),
                        new CustomField(new FieldId("choice"), "c", FieldType.CHOICE, List.of("red", "blue"))));
        right("text", "third floor");
        wrong("text", "two\nlines", " ", "x".repeat(1001));
        right("number", "0", "-12.50", "9".repeat(99) + ".9");
        wrong("number", "", "1e3", "1.", ".5", "+1", "1,5", "9".repeat(100) + ".9", "\u0663");
        right("date", "2024-02-29");
        wrong("date", "2023-02-29", "2023-2-1", "+12023-02-01", "today");
        right("url", "https://example.org/a?b=c", "HTTP://example.org");
        wrong("url", "example.org", "ftp://example.org", "https://", "https://a b", "javascript:alert(1)");
        right("choice", "red");
        wrong("choice", "Red", "");
        wrong("unknown", "x");
    }

    private int next;

    private void right(String field, String... values) {
        for (String value : values) {
            Member member = EditedAcme.withFields(Acme.member("m" + next++, "0"), Map.of(new FieldId(field), value));
            create(member);
            assertThat(acme.member(member.id().value())).isEqualTo(member);
        }
    }

    private void wrong(String field, String... values) {
        for (String value : values) {
            Refused.when(() -> create(
                            EditedAcme.withFields(Acme.member("m" + next++, "0"), Map.of(new FieldId(field), value))))
                    .as(INVALID, "invalid")
                    .faults("/custom_fields/" + field, "invalid");
        }
    }

    private static CustomField field(String id, FieldType type) {
        return new CustomField(new FieldId(id), id, type, List.of());
    }

    @Test
    void unknownMembersIdsAndExpectations() {
        Refused.when(() -> acme.updateMember("ghost", old -> old)).as(NOT_FOUND, "not_found");
        Refused.when(() -> acme.deleteMember("ghost")).as(NOT_FOUND, "not_found");
        acme.member("anna", "0");
        Refused.when(() -> acme.updateMember("anna", old -> Acme.member("other", "0")))
                .faults("/user_id", "immutable_field");
        Refused.when(() -> acme.editor.updateMember(KEY, actor(), new UserId("anna"), present -> false, old -> old))
                .as(PRECONDITION_FAILED, "revision_mismatch");
        assertThat(acme.updateMember("anna", old -> old)).isEqualTo(2);
    }
}
