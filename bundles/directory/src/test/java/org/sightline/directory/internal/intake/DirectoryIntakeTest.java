package org.sightline.directory.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.directory.internal.Acme.KEY;
import static org.sightline.directory.internal.Acme.actor;
import static org.sightline.directory.internal.Acme.department;
import static org.sightline.directory.internal.Acme.member;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.DirectoryEditor;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.Expectation;
import org.sightline.directory.ImportLine;
import org.sightline.directory.ImportReport;
import org.sightline.directory.internal.Acme;
import org.sightline.directory.internal.edit.DirectoryEdits;
import org.sightline.directory.internal.live.LiveTenants;
import org.sightline.directory.internal.snapshot.SnapshotAssert;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.FieldId;
import org.sightline.directory.model.FieldType;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.store.AuditQuery;
import org.sightline.testkit.store.InMemoryTenantStore;

class DirectoryIntakeTest {

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final LiveTenants live = new LiveTenants(store, Clock.systemUTC());
    private final DirectoryEditor editor = new DirectoryEdits(live);
    private final DirectoryIntake intake = new DirectoryIntake(live, live);

    @BeforeEach
    void found() {
        Acme.found(store);
    }

    private ImportReport run(boolean dryRun, Object... things) {
        List<ImportLine> lines = new ArrayList<>();
        for (int i = 0; i < things.length; i++) {
            lines.add(line(i + 1, things[i]));
        }
        return intake.run(KEY, actor(), lines.iterator(), dryRun, progress -> {});
    }

    private ImportReport run(Object... things) {
        return run(false, things);
    }

    private static ImportLine line(long number, Object thing) {
        if (thing instanceof String problem) {
            return new ImportLine.Unreadable(number, "malformed_json", problem);
        }
        return new ImportLine.Entry(number, entry(thing));
    }

    private static DirectoryEntry entry(Object thing) {
        if (thing instanceof Member member) {
            return new DirectoryEntry.OfMember(member);
        }
        if (thing instanceof Department department) {
            return new DirectoryEntry.OfDepartment(department);
        }
        if (thing instanceof Group group) {
            return new DirectoryEntry.OfGroup(group);
        }
        return thing instanceof Unit unit
                ? new DirectoryEntry.OfUnit(unit)
                : new DirectoryEntry.OfField((CustomField) thing);
    }

    private DirectorySnapshot now() {
        return live.current(KEY).directory();
    }

    private static Department ledBy(String id, String parent, String... leaders) {
        return new Department(
                new DepartmentId(id),
                id,
                parent == null ? null : new DepartmentId(parent),
                0,
                Stream.of(leaders).map(UserId::new).toList());
    }

    private static Group group(String id, String... members) {
        return new Group(
                new GroupId(id), id, Stream.of(members).map(UserId::new).toList(), List.of(), null);
    }

    private static Unit unit(String id, String... departments) {
        return new Unit(
                new UnitId(id),
                id,
                "subsidiary",
                Stream.of(departments).map(DepartmentId::new).toList());
    }

    private static Member mail(String id, String email) {
        return new Member(
                new UserId(id),
                id,
                new Profile(null, email, null, null, null, null, null),
                List.of(),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    private static void assertErrors(ImportReport report, String... linesAndCodes) {
        assertThat(report.errors())
                .extracting(error -> error.line() + " " + error.code())
                .containsExactly(linesAndCodes);
        assertThat(report.errorCount()).isEqualTo(linesAndCodes.length);
        assertThat(report)
                .extracting(ImportReport::created, ImportReport::updated, ImportReport::unchanged)
                .containsExactly(0L, 0L, 0L);
    }

    private Object[] world() {
        CustomField floor = new CustomField(new FieldId("floor"), "Floor", FieldType.NUMBER, List.of());
        Member ben = new Member(
                new UserId("ben"),
                "Ben",
                Profile.EMPTY,
                member("x", "lab", "rd").departments(),
                Map.of(floor.id(), "3"),
                MemberStatus.ACTIVE);
        Group dynamic = new Group(
                new GroupId("third"), "Third", List.of(), List.of(), Condition.parse("custom_fields.floor = \"3\""));
        return new Object[] {
            group("g", "anna", "ben"),
            ledBy("lab", "rd", "ben"),
            ben,
            unit("u", "rd"),
            member("anna"),
            ledBy("rd", "0", "anna", "ben"),
            dynamic,
            floor,
        };
    }

    @Test
    void takesThingsInAnyOrderAndTwiceChangesNothing() {
        ImportReport first = run(world());
        assertThat(first).isEqualTo(new ImportReport(8, 0, 0, List.of(), 0, 2));
        assertThat(now().membersOf(new GroupId("third"))).containsExactly(now().memberNumber(new UserId("ben")));
        SnapshotAssert.assertSays(now(), store.load(KEY).orElseThrow());
        ImportReport second = run(world());
        assertThat(second).isEqualTo(new ImportReport(0, 0, 8, List.of(), 0, 2));
        assertThat(store.audit(new AuditQuery(KEY, null, null, null, null, null, 0, 9)))
                .extracting(AuditEntry::action, AuditEntry::revision)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("directory.import", 2L));
    }

    @Test
    void aDryRunSaysWhatWouldBe() {
        assertThat(run(true, world())).isEqualTo(new ImportReport(8, 0, 0, List.of(), 0, 1));
        assertThat(now().memberCount()).isZero();
        run(world());
        Object[] changed = world();
        changed[4] = mail("anna", "anna@example.org");
        assertThat(run(true, changed)).isEqualTo(new ImportReport(0, 1, 7, List.of(), 0, 2));
        assertThat(run(changed)).isEqualTo(new ImportReport(0, 1, 7, List.of(), 0, 3));
    }

    @Test
    void namesEveryWrongLineInOrderAndAppliesNothing() {
        ImportReport report = run(
                member("anna"), // 1
                "not JSON", // 2
                member("anna", "0"), // 3: twice
                member("ben", "nowhere"), // 4
                ledBy("rd", "nowhere"), // 5
                ledBy("lab", "0", "ghost"), // 6
                group("g", "anna", "ghost"), // 7
                unit("u", "nowhere"), // 8
                new CustomField(new FieldId("f"), "", FieldType.TEXT, List.of()), // 9
                mail("carl", "no address"), // 10
                member("dora").withStatus(MemberStatus.DELETED), // 11
                member("emil", "lab")); // 12: right
        assertErrors(
                report,
                "2 malformed_json",
                "3 duplicate_id",
                "4 invalid",
                "5 invalid",
                "6 invalid",
                "7 invalid",
                "8 invalid",
                "9 invalid",
                "10 invalid",
                "11 invalid");
        assertThat(report.errors().get(2).detail()).isEqualTo("`/department_ids/0`: there is no department `nowhere`");
        assertThat(live.current(KEY).revision()).isEqualTo(1);
    }

    @Test
    void countsAllWrongLinesAndListsAThousand() {
        ImportReport report = run(IntStream.range(0, 1500)
                .mapToObj(i -> i % 3 == 0 ? "broken" : member("u" + i, "nowhere"))
                .toArray());
        assertThat(report.errorCount()).isEqualTo(1500);
        assertThat(report.errors()).hasSize(1000);
        assertThat(report.errors()).extracting(ImportReport.LineError::line).isSorted();
        assertThat(report.errors().get(999).line()).isEqualTo(1000);
    }

    @Test
    void aTreeStaysATree() {
        run(ledBy("a", "0"), ledBy("b", "a"), ledBy("c", "b"));
        assertErrors(
                run(ledBy("a", "c"), ledBy("x", "y"), ledBy("y", "x"), ledBy("z", "y"), ledBy("s", "s")),
                "1 department_cycle",
                "2 department_cycle",
                "3 department_cycle",
                "5 department_cycle");
        assertThat(run(ledBy("a", "c"), ledBy("c", "0")).updated()).isEqualTo(2);
        assertThat(now().parentOf(now().departmentNumber(new DepartmentId("a"))))
                .isEqualTo(now().departmentNumber(new DepartmentId("c")));
    }

    @Test
    void aTreeIsAtMostAHundredDeep() {
        Object[] chain = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> ledBy("d" + i, i == 1 ? "0" : "d" + (i - 1)))
                .toArray();
        assertErrors(run(chain), "100 limit_exceeded");
        List<Object> shuffled = new ArrayList<>(List.of(chain).subList(0, 99));
        Collections.shuffle(shuffled, new Random(1));
        assertThat(run(shuffled.toArray()).created()).isEqualTo(99);
        run(ledBy("top", "0"), ledBy("below", "top"));
        assertErrors(run(ledBy("top", "d98")), "1 limit_exceeded");
    }

    @Test
    void theRootTakesOrderAndLeadersOnly() {
        Department other =
                new Department(DepartmentId.ROOT, "Another tenant's name", null, 7, List.of(new UserId("anna")));
        assertThat(run(other, member("anna")).updated()).isEqualTo(1);
        assertThat(now().department(0))
                .isEqualTo(new Department(DepartmentId.ROOT, "Acme", null, 7, List.of(new UserId("anna"))));
        assertThat(run(other).unchanged()).isEqualTo(1);
        assertErrors(run(ledBy("0", "0")), "1 immutable_field");
    }

    @Test
    void unitsDoNotOverlapWhicheverLinesMakeThem() {
        run(ledBy("a", "0"), ledBy("b", "a"), ledBy("c", "0"));
        assertErrors(run(unit("one", "a"), unit("two", "b")), "2 department_in_other_unit");
        assertErrors(run(unit("two", "b"), unit("one", "a")), "2 department_in_other_unit");
        run(unit("one", "a"), unit("two", "c"));
        assertErrors(run(member("anna"), ledBy("c", "b")), "2 department_in_other_unit");
        assertErrors(run(unit("two", "c", "b")), "1 department_in_other_unit");
        assertErrors(run(unit("three", "a")), "1 department_in_other_unit");
        assertErrors(run(new Unit(new UnitId("one"), "one", "region", List.of())), "1 immutable_field");
        assertThat(run(ledBy("b", "0"), unit("two", "b", "c")).updated()).isEqualTo(2);
    }

    @Test
    void emailsAreUniqueInTheEnd() {
        run(mail("anna", "Anna@example.org"), mail("ben", "ben@example.org"));
        assertErrors(
                run(mail("x", "x@example.org"), mail("y", "X@example.org"), mail("z", "anna@EXAMPLE.org")),
                "2 duplicate_email",
                "3 duplicate_email");
        // They swap: wrong one by one, right together.
        assertThat(run(mail("anna", "ben@example.org"), mail("ben", "anna@example.org"))
                        .updated())
                .isEqualTo(2);
        assertThat(run(
                                mail("new", "ben@example.org"),
                                mail("anna", "ben@example.org").withStatus(MemberStatus.DELETED))
                        .created())
                .isEqualTo(1);
    }

    @Test
    void theDeletedStayDeleted() {
        run(world());
        Member gone = member("anna").withStatus(MemberStatus.DELETED);
        assertErrors(
                run(gone, group("g", "anna")), // naming whom another line deletes
                "2 invalid");
        ImportReport deletes = run(gone);
        assertThat(deletes.updated()).isEqualTo(1);
        assertThat(now().group(new GroupId("g")).orElseThrow().members()).containsExactly(new UserId("ben"));
        assertThat(now().department(now().departmentNumber(new DepartmentId("rd")))
                        .leaders())
                .containsExactly(new UserId("ben"));
        assertThat(run(gone)).isEqualTo(new ImportReport(0, 0, 1, List.of(), 0, deletes.revision()));
        assertErrors(run(member("anna")), "1 duplicate_id");
    }

    @Test
    void severalDeletionsAtOnceLeaveNobodyBehind() {
        run(world());
        Set<Member> gone = Set.of(
                member("anna").withStatus(MemberStatus.DELETED), member("ben").withStatus(MemberStatus.DELETED));
        run(gone.toArray());
        assertThat(now().group(new GroupId("g")).orElseThrow().members()).isEmpty();
        assertThat(now().department(now().departmentNumber(new DepartmentId("rd")))
                        .leaders())
                .isEmpty();
        SnapshotAssert.assertSays(now(), store.load(KEY).orElseThrow());
    }

    @Test
    void theLastPrimaryAdministratorStays() {
        run(member("anna"), member("ben"));
        editor.putAdministrator(KEY, actor(), new Administrator(new UserId("anna"), true, Set.of()), Expectation.any());
        editor.putAdministrator(KEY, actor(), new Administrator(new UserId("ben"), true, Set.of()), Expectation.any());
        Member anna = member("anna").withStatus(MemberStatus.SUSPENDED);
        Member ben = member("ben").withStatus(MemberStatus.DELETED);
        assertErrors(run(ben, anna), "2 last_primary_admin");
        run(anna);
        assertErrors(run(ben), "1 last_primary_admin");
        assertThat(run(ben, member("anna")).updated()).isEqualTo(2);
    }

    @Test
    void fieldsChangeOnlyAsFarAsValuesAllow() {
        run(world());
        assertErrors(
                run(new CustomField(new FieldId("floor"), "Floor", FieldType.TEXT, List.of())), "1 immutable_field");
        CustomField renamed = new CustomField(new FieldId("floor"), "Level", FieldType.NUMBER, List.of());
        assertThat(run(renamed).updated()).isEqualTo(1);
        assertErrors(
                run(IntStream.range(0, 101)
                        .mapToObj(i -> new CustomField(new FieldId("f" + i), "l", FieldType.TEXT, List.of()))
                        .toArray()),
                "100 limit_exceeded",
                "101 limit_exceeded");
    }

    @Test
    void aFileThatBreaksOffChangesNothing() {
        Stream<ImportLine> breaking = IntStream.range(0, 3).mapToObj(i -> {
            if (i == 2) {
                throw new IllegalStateException("the line is dead");
            }
            return line(i + 1, member("u" + i));
        });
        assertThatThrownBy(() -> intake.run(KEY, actor(), breaking.iterator(), false, progress -> {}))
                .hasMessage("the line is dead");
        assertThat(live.current(KEY).revision()).isEqualTo(1);
    }

    @Test
    void decidesOnTheStateThatIsThereWhenTheFileHasBeenRead() {
        run(member("anna"), ledBy("rd", "0"));
        // While the lines come in, somebody else changes what was compared with.
        Stream<ImportLine> lines = IntStream.range(0, 3).mapToObj(i -> {
            if (i == 2) {
                editor.deleteDepartment(KEY, actor(), new DepartmentId("rd"), Expectation.any());
                editor.updateMember(
                        KEY,
                        actor(),
                        new UserId("anna"),
                        Expectation.any(),
                        old -> old.withStatus(MemberStatus.SUSPENDED));
            }
            return line(
                    i + 1,
                    List.of(member("anna", "0"), member("ben", "0"), member("carl", "rd"))
                            .get(i));
        });
        ImportReport report = intake.run(KEY, actor(), lines.iterator(), false, progress -> {});
        assertErrors(report, "3 invalid");
        ImportReport again = run(member("anna", "0"), member("ben", "0"));
        assertThat(again)
                .extracting(ImportReport::created, ImportReport::updated)
                .containsExactly(1L, 1L);
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> progress = new ArrayList<>();
        List<ImportLine> lines = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> line(i, member("u" + i)))
                .toList();
        intake.run(KEY, actor(), lines.iterator(), false, progress::add);
        assertThat(progress).containsExactly(1000L, 2000L, 2500L, 5000L);
    }
}
