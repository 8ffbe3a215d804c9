package org.sightline.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.trust.internal.Server.EXT;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.Proposal;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.store.StateChange;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.trust.RuleView;
import org.sightline.trust.model.SharingScope;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

class RulesTest {

    private static final Subjects US = subjects(List.of(), List.of(), List.of("0"));
    private static final Targets THEM = objects(List.of(), List.of("0"));

    private final Server server = new Server(new InMemoryTenantStore(), new TestClock());
    private final TenantKey north = server.found("north", Plan.PRO, null);
    private final TenantKey light = server.found("light", Plan.PRO, null);

    @BeforeEach
    void connect() {
        server.connect(light, north);
        server.share(light, north, Server.of(List.of("a"), List.of("bob")));
        server.share(north, light, Server.of(List.of("b", "void"), List.of("ann")));
        change(
                light,
                new StateChange.PutGroup(
                        new Group(new GroupId("some"), "Some of us", List.of(new UserId("ann")), List.of(), null)),
                new StateChange.PutGroup(
                        new Group(new GroupId("others"), "Others", List.of(new UserId("plain")), List.of(), null)));
    }

    @AfterEach
    void stop() {
        server.calls.close();
    }

    private void change(TenantKey tenant, StateChange... changes) {
        server.live.apply(
                tenant,
                EXT,
                now -> new Proposal<>(
                        List.of(changes),
                        List.of(new Proposal.AuditNote("test.change", "thing", "x", null, null)),
                        ""));
    }

    private static Subjects subjects(List<String> members, List<String> groups, List<String> departments) {
        return new Subjects(
                members.stream().map(UserId::new).toList(),
                groups.stream().map(GroupId::new).toList(),
                departments.stream().map(DepartmentId::new).toList());
    }

    private static Targets objects(List<String> members, List<String> departments) {
        return new Targets(
                members.stream().map(UserId::new).toList(),
                departments.stream().map(DepartmentId::new).toList());
    }

    private RuleView add(Subjects subjects, Targets objects) {
        return server.rules
                .add(light, EXT, north, RuleId.random(), subjects, objects)
                .value();
    }

    private RuleView add(String id, Subjects subjects, Targets objects) {
        return server.rules
                .add(light, EXT, north, new RuleId(id), subjects, objects)
                .value();
    }

    private RuleView replace(String id, Subjects subjects, Targets objects) {
        return server.rules
                .replace(light, EXT, north, new RuleId(id), subjects, objects, any -> true)
                .value();
    }

    private List<String> found(String words) {
        return server.rules.towards(server.now(light), north, words).stream()
                .map(view -> view.rule().id().value())
                .toList();
    }

    private static List<String> pointers(Problem problem) {
        return problem.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void namesWhatLiesInBothScopes() {
        RuleView rule = add(
                subjects(List.of("ann", "bob"), List.of("some"), List.of("a", "b1")),
                objects(List.of("ann"), List.of("b", "b1", "void")));
        assertThat(rule.subjectValid()).isTrue();
        assertThat(rule.objectValid()).isTrue();
    }

    @Test
    void listsWhatLiesOutsideOfTheScopes() {
        Problem refusal = Refused.with(
                "outside_shared_scope",
                () -> add(
                        subjects(List.of("ann", "plain"), List.of("others"), List.of("a", "void")),
                        objects(List.of("boss"), List.of("a", "b"))));
        assertThat(pointers(refusal))
                .as("`a` of north is inside, as its member ann is shared")
                .containsExactly(
                        "/subjects/user_ids/1",
                        "/subjects/group_ids/0",
                        "/subjects/department_ids/1",
                        "/objects/user_ids/0");
        assertThat(refusal.members()).containsEntry("outside", List.of("plain", "others", "void", "boss"));
    }

    @Test
    void partnersPeopleWhoAreHiddenAndWhoDoNotExistGetTheSameAnswer() {
        Problem hidden = Refused.with("outside_shared_scope", () -> add(US, objects(List.of("plain"), List.of())));
        Problem unknown = Refused.with("outside_shared_scope", () -> add(US, objects(List.of("ghost"), List.of())));
        assertThat(hidden.faults().get(0).detail().replace("plain", "?"))
                .isEqualTo(unknown.faults().get(0).detail().replace("ghost", "?"));
        Refused.with("outside_shared_scope", () -> add(US, objects(List.of("sue"), List.of())));
        Problem own = Refused.with("invalid", () -> add(subjects(List.of("ghost"), List.of(), List.of()), THEM));
        assertThat(pointers(own)).containsExactly("/subjects/user_ids/0");
    }

    @Test
    void aSuspendedMemberNamedAloneLiesOutside() {
        Refused.with("outside_shared_scope", () -> add(subjects(List.of("sue"), List.of(), List.of()), THEM));
    }

    @Test
    void anEmptyDepartmentThatIsSharedLiesInsideAndIsNotValid() {
        RuleView rule = add(US, objects(List.of(), List.of("void")));
        assertThat(rule.objectValid()).isFalse();
        assertThat(rule.subjectValid()).isTrue();
    }

    @Test
    void departmentZeroStandsForEveryoneSharedAndStandsAlone() {
        RuleView rule = add(US, THEM);
        assertThat(rule.subjectValid() && rule.objectValid()).isTrue();
        assertThat(pointers(
                        Refused.with("invalid", () -> add(subjects(List.of("ann"), List.of(), List.of("0")), THEM))))
                .containsExactly("/subjects/department_ids");
        assertThat(pointers(Refused.with("invalid", () -> add(US, objects(List.of(), List.of("0", "b"))))))
                .containsExactly("/objects/department_ids");
        server.share(light, north, SharingScope.NOBODY);
        Refused.with("outside_shared_scope", () -> add(US, THEM));
    }

    @Test
    void takesOneTo99Entries() {
        List<String> many = IntStream.range(0, 100).mapToObj(at -> "m" + at).toList();
        change(
                light,
                many.stream()
                        .map(id -> Server.member(id, MemberStatus.ACTIVE, "a"))
                        .toArray(StateChange[]::new));
        assertThat(pointers(Refused.with("invalid", () -> add(subjects(many, List.of(), List.of()), THEM))))
                .containsExactly("/subjects");
        add(subjects(many.subList(0, 99), List.of(), List.of()), THEM);
        assertThat(pointers(Refused.with(
                        "invalid",
                        () -> add(subjects(List.of(), List.of(), List.of()), objects(List.of(), List.of())))))
                .containsExactly("/subjects", "/objects");
    }

    @Test
    void aRuleStaysWhenAScopeShrinksAndSaysThatNothingIsLeft() {
        add("r", subjects(List.of("bob"), List.of(), List.of()), objects(List.of("ann"), List.of()));
        server.share(light, north, Server.of(List.of("a"), List.of()));
        RuleView now = server.rules.one(server.now(light), north, new RuleId("r"));
        assertThat(now.subjectValid()).isFalse();
        assertThat(now.objectValid()).isTrue();
        server.share(north, light, SharingScope.NOBODY);
        assertThat(server.rules.one(server.now(light), north, new RuleId("r")).objectValid())
                .isFalse();
        assertThat(replace(
                                "r",
                                subjects(List.of("bob", "ann"), List.of(), List.of()),
                                objects(List.of("ann"), List.of()))
                        .subjectValid())
                .as("what was named may stay")
                .isTrue();
        Refused.with(
                "outside_shared_scope",
                () -> replace("r", subjects(List.of("bob"), List.of(), List.of()), objects(List.of("bob"), List.of())));
    }

    @Test
    void isFoundByTheBeginningOfAnEntrysNameOrItsId() {
        add("one", subjects(List.of("ann"), List.of(), List.of()), objects(List.of("ann"), List.of()));
        add("two", subjects(List.of(), List.of("some"), List.of()), objects(List.of(), List.of("b1")));
        assertThat(found(null)).containsExactly("one", "two");
        assertThat(found("ann")).containsExactly("one");
        assertThat(found("name OF a")).containsExactly("one");
        assertThat(found("some of")).containsExactly("two");
        assertThat(found("of us")).isEmpty();
        assertThat(found("department b1")).containsExactly("two");
        server.share(north, light, Server.of(List.of(), List.of("ann")));
        assertThat(found("department b1")).as("a name that is no longer shared").isEmpty();
        assertThat(found("b1")).as("an id that we named ourselves").containsExactly("two");
    }

    @Test
    void idsAreTakenOnceAndRulesGoWithTheRelation() {
        add("r", US, THEM);
        Refused.with("duplicate_id", () -> add("r", US, THEM));
        Refused.with("not_found", () -> replace("s", US, THEM));
        Refused.with("revision_mismatch", () -> server.rules.remove(light, EXT, north, new RuleId("r"), any -> false));
        server.removals.remove(light, EXT, north);
        Refused.with("not_found", () -> found(null));
        server.connect(light, north);
        assertThat(found(null)).isEmpty();
    }

    @Test
    void isRemoved() {
        add("r", US, THEM);
        server.rules.remove(light, EXT, north, new RuleId("r"), any -> true);
        assertThat(found(null)).isEmpty();
        Refused.with("not_found", () -> server.rules.remove(light, EXT, north, new RuleId("r"), any -> true));
    }
}
