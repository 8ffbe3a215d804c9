package org.sightline.directoryfiles.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;

class ExportTest {

    private static final DepartmentId SALES = new DepartmentId("sales");
    private static final UserId ANN = new UserId("ann");
    private static final UserId GONE = new UserId("gone");

    private final Files files = new Files();

    @BeforeEach
    void fill() {
        SmallDirectory directory = files.directory;
        directory.fields.add(new CustomField(new FieldId("level"), "Level", FieldType.NUMBER, List.of()));
        directory.fields.add(new CustomField(new FieldId("size"), "Size", FieldType.CHOICE, List.of("S", "M")));
        directory.departments.add(new Department(DepartmentId.ROOT, "Acme", null, 0, List.of(ANN, GONE)));
        directory.departments.add(new Department(SALES, "Salesé\"x\"", DepartmentId.ROOT, 3, List.of(GONE)));
        directory.members.add(new Member(
                ANN,
                "Ann",
                new Profile(null, "ann@example.org", null, "1e5", null, null, null),
                List.of(new Membership(SALES, 2), new Membership(DepartmentId.ROOT, 0)),
                Map.of(new FieldId("level"), "5.50", new FieldId("size"), "M"),
                MemberStatus.SUSPENDED));
        directory.members.add(new Member(GONE, "Gone", Profile.EMPTY, List.of(), Map.of(), MemberStatus.DELETED));
        directory.groups.add(new Group(new GroupId("z"), "Z", List.of(GONE, ANN), List.of(SALES), null));
        directory.groups.add(
                new Group(new GroupId("a"), "A", List.of(), List.of(), Condition.parse("city = \"Osaka\"")));
        directory.units.add(new Unit(new UnitId("n"), "N", "branch", List.of(SALES)));
    }

    @Test
    void writesOneThingALine() {
        assertThat(files.export()).isEqualTo("""
                        {"kind":"field","field_id":"level","label":"Level","type":"number"}
                        {"kind":"field","field_id":"size","label":"Size","type":"choice","choices":["S","M"]}
                        {"kind":"department","department_id":"0","order":0,"leader_user_ids":["ann"]}
                        {"kind":"department","department_id":"sales","name":"Salesé\\"x\\"","parent_id":"0","order":3,"leader_user_ids":[]}
                        {"kind":"user","user_id":"ann","name":"Ann","email":"ann@example.org","employee_no":"1e5","department_ids":["sales","0"],"department_orders":{"sales":2},"custom_fields":{"level":5.50,"size":"M"},"status":"suspended"}
                        {"kind":"group","group_id":"a","name":"A","condition":"city = \\"Osaka\\""}
                        {"kind":"group","group_id":"z","name":"Z","user_ids":["ann"],"department_ids":["sales"]}
                        {"kind":"unit","unit_id":"n","name":"N","type":"branch","department_ids":["sales"]}
                        """);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        SmallDirectory directory = files.directory;
        List<DirectoryEntry> expected = new ArrayList<>();
        directory.fields.forEach(field -> expected.add(new DirectoryEntry.OfField(field)));
        expected.add(new DirectoryEntry.OfDepartment(new Department(DepartmentId.ROOT, "Acme", null, 0, List.of(ANN))));
        expected.add(
                new DirectoryEntry.OfDepartment(new Department(SALES, "Salesé\"x\"", DepartmentId.ROOT, 3, List.of())));
        expected.add(new DirectoryEntry.OfMember(directory.members.get(0)));
        expected.add(new DirectoryEntry.OfGroup(directory.groups.get(1)));
        expected.add(new DirectoryEntry.OfGroup(new Group(new GroupId("z"), "Z", List.of(ANN), List.of(SALES), null)));
        expected.add(new DirectoryEntry.OfUnit(directory.units.get(0)));

        assertThat(files.ndjson(files.export()).errors()).isEmpty();
        assertThat(files.imported.entries()).containsExactlyElementsOf(expected);
    }

    @Test
    void anEmptyDirectoryIsAnEmptyFile() {
        Files empty = new Files();
        empty.directory.departments.add(new Department(DepartmentId.ROOT, "Acme", null, 0, List.of()));

        assertThat(empty.export()).isEmpty();
    }
}
