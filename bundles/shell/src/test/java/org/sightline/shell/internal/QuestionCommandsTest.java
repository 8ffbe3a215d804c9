package org.sightline.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Communication;
import org.sightline.communication.Reason;
import org.sightline.directory.History;
import org.sightline.directory.Move;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.jobs.Job;
import org.sightline.jobs.Jobs;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.BenchmarkJson.RowJson;
import org.sightline.store.AuditQuery;
import org.sightline.store.TenantStore;
import org.sightline.trust.TrustedParties;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Entry;
import org.sightline.visibility.Layer;
import org.sightline.visibility.Lint;
import org.sightline.visibility.LintFinding;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;
import org.sightline.visibility.Match;
import org.sightline.visibility.Preview;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.Visibility;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

class QuestionCommandsTest {

    private static final Entry SALES = new Entry(Entry.Type.DEPARTMENT, "sales");
    private static final Decision HIDDEN = new Decision(
            false,
            Layer.RULE_SET_1,
            List.of(new RuleId("r1")),
            false,
            "rule `r1` hides `annika`",
            List.of(
                    new Match(new RuleId("r1"), 1, SALES, new Entry(Entry.Type.USER, "annika"), Effect.HIDDEN, false),
                    new Match(new RuleId("r2"), 1, SALES, SALES, Effect.VISIBLE, true)));
    private static final Decision BY_FALLBACK =
            new Decision(false, Layer.MAIN_RULE, List.of(), true, "`own_city` is missing", List.of());

    @TempDir
    Path folder;

    private final World world = new World();

    @Test
    void saysWhoSeesWhomAndWhy() throws CommandException {
        assertThat(console().run(verify("anna", "annika", null)))
                .startsWith("visible: false, decided by rule_set_1")
                .contains("rule `r1` hides `annika`")
                .containsPattern("r1 +\u2502 1 +\u2502 department sales +\u2502 user annika +\u2502 hidden +\u2502")
                .containsPattern("r2 .*visible +\u2502 yes");
    }

    @Test
    void saysThatAFallbackServes() throws CommandException {
        assertThat(console().run(verify("anna", null, "0")))
                .startsWith("visible: false, decided by main_rule")
                .contains("`own_city` is missing")
                .contains("See `sightline:main-rule-list`.");
    }

    @Test
    void decidesAsRestDoes() throws CommandException {
        VerifyCommand command = verify("anna", "annika", null);
        command.json = true;
        assertThat(console().run(command))
                .startsWith("{\"visible\":false,\"decided_by\":{\"layer\":\"rule_set_1\",\"rule_ids\":[\"r1\"]}");
    }

    @Test
    void refusesQuestionsThatNameStrangers() {
        assertThat(console().refusal(verify("nobody", "anna", null)))
                .isEqualTo("invalid: there is no member `nobody` (at /subject_user_id)");
        assertThat(console().refusal(verify("anna", "nobody", null))).endsWith("(at /object_user_id)");
        assertThat(console().refusal(verify("anna", null, "nowhere"))).endsWith("(at /object_department_id)");
        assertThat(console().refusal(verify("anna", null, null))).contains("is missing");
        assertThat(console().refusal(verify("anna", "annika", "0"))).contains("not both");
        assertThat(console().refusal(new VerifyCommand())).contains("`visibility-rules` is off");
    }

    @Test
    void saysWhoMayChatWithWhom() throws CommandException {
        CommunicationCheckCommand command = chatCheck("anna");
        assertThat(console().run(command).lines())
                .containsExactly(
                        "may start a chat: no",
                        "may send in it:   yes",
                        "finds by search:  yes",
                        "since: trusted, chat_exists, not_visible, not_contacts");
        command.json = true;
        assertThat(console().run(command))
                .startsWith("{\"can_start_chat\":false,\"can_send\":true,\"can_find\":true,\"reasons\":[\"trusted\",");
        assertThat(console().refusal(chatCheck("nobody"))).endsWith("(at /user_id)");
        assertThat(console().refusal(new CommunicationCheckCommand())).contains("`communication` is off");
    }

    private CommunicationCheckCommand chatCheck(String user) {
        CommunicationCheckCommand command = new CommunicationCheckCommand();
        command.tenantKey = "acme";
        command.userId = user;
        command.peerTenantKey = "other";
        command.peerUserId = "bea";
        command.snapshots = world.snapshots();
        command.communication = Fake.of(Communication.class)
                .on(
                        "check",
                        nothing -> new ChatAnswer(
                                false,
                                true,
                                true,
                                List.of(Reason.TRUSTED, Reason.CHAT_EXISTS, Reason.NOT_VISIBLE, Reason.NOT_CONTACTS)))
                .service();
        return command;
    }

    @Test
    void saysWhoSeesWhomAcrossATrustAndWhy() throws CommandException {
        assertThat(console().run(trustVerify("anna", "partner")))
                .startsWith("find: true, browse: false")
                .contains("joined by `c1`")
                .containsPattern("relation_active +\u2502 yes")
                .containsPattern("browse +\u2502 no");
        TrustVerifyCommand command = trustVerify("anna", "partner");
        command.json = true;
        assertThat(console().run(command))
                .startsWith("{\"find\":true,\"browse\":false,\"explanation\":\"joined by `c1`\",\"rule_ids\":[\"c1\"],"
                        + "\"checks\":[{\"check\":\"relation_active\",\"holds\":true}");
    }

    @Test
    void refusesQuestionsAcrossATrustThatIsNotThere() {
        assertThat(console().refusal(trustVerify("anna", "stranger")))
                .isEqualTo("not_found: there is no trusted party `stranger`");
        assertThat(console().refusal(trustVerify("nobody", "partner"))).endsWith("(at /subject_user_id)");
        TrustVerifyCommand off = trustVerify("anna", "partner");
        off.trusted = null;
        assertThat(console().refusal(off)).contains("`trusted-party` is off");
    }

    private TrustVerifyCommand trustVerify(String subject, String partner) {
        TrustDecision decision = new TrustDecision(
                true,
                false,
                List.of(new RuleId("c1")),
                "joined by `c1`",
                List.of(
                        new TrustDecision.Result(TrustDecision.Check.RELATION_ACTIVE, true),
                        new TrustDecision.Result(TrustDecision.Check.BROWSE, false)));
        TrustVerifyCommand command = new TrustVerifyCommand();
        command.snapshots = world.snapshots();
        command.trusted = Fake.of(TrustedParties.class)
                .on(
                        "partner",
                        asked -> asked[1].equals(new TenantKey("partner"))
                                ? Optional.of(world.snapshots().current(new TenantKey("acme")))
                                : Optional.empty())
                .service();
        command.visibility = Fake.of(Visibility.class)
                .on("across", pair -> Fake.of(SightAcross.class)
                        .on("explain", asked -> decision)
                        .service())
                .service();
        command.tenantKey = "acme";
        command.subjectUserId = subject;
        command.partner = partner;
        command.objectUserId = "anybody";
        return command;
    }

    @Test
    void showsAPolicyStrongestLayerFirst() throws CommandException {
        Rule rule = new Rule(
                new RuleId("r1"),
                "No sales",
                new Subjects(List.of(), List.of(new GroupId("g")), List.of(DepartmentId.ROOT)),
                new Targets(
                        List.of("a", "b", "c", "d", "e").stream()
                                .map(UserId::new)
                                .toList(),
                        List.of()),
                Effect.HIDDEN);
        world.policy = new VisibilityPolicy(
                new MainRuleChoice("own_unit", List.of("legal"), Map.of()),
                List.of(new RuleSet(List.of(rule))),
                DisplayOrder.DEPARTMENTS_FIRST);
        PolicyShowCommand command = new PolicyShowCommand();
        command.snapshots = world.snapshots();
        command.tenantKey = "acme";
        assertThat(console().run(command))
                .containsPattern("1 +\u2502 r1 +\u2502 No sales +\u2502 groups g; departments 0 +\u2502 hidden")
                .contains("users a, b, c, d, ... (5)")
                .contains("main_rule: own_unit unit_types=[legal]")
                .contains("since revision 3");
        command.json = true;
        assertThat(console().run(command)).startsWith("{\"main_rule\":{\"type\":\"own_unit\"");
    }

    @Test
    void listsMainRulesWithTheirTenants() throws CommandException {
        MainRuleListCommand command = new MainRuleListCommand();
        command.mainRules = Fake.of(MainRules.class)
                .on(
                        "list",
                        nothing -> List.of(new MainRuleInfo(
                                "own_city",
                                Map.of(Locale.ENGLISH, "Own city"),
                                "",
                                "",
                                MainRuleInfo.State.MISSING,
                                "no bundle offers it",
                                List.of(new TenantKey("acme")))))
                .service();
        assertThat(console().run(command))
                .containsPattern("own_city +\u2502 missing +\u2502 +\u2502 acme +\u2502 no bundle offers it");
        command.json = true;
        assertThat(console().run(command)).contains("\"used_by\":[\"acme\"]").contains("\"state\":\"missing\"");
    }

    @Test
    void listsRulesThatDoNothing() throws CommandException {
        PolicyLintCommand command = new PolicyLintCommand();
        command.snapshots = world.snapshots();
        command.lint = Fake.of(Lint.class)
                .on(
                        "check",
                        snapshot -> List.of(new LintFinding(
                                new RuleId("r1"), 2, LintFinding.Code.NO_SUBJECT, "no active member fits")))
                .service();
        command.tenantKey = "acme";
        assertThat(console().run(command))
                .containsPattern("2 +\u2502 r1 +\u2502 no_subject +\u2502 no active member fits");
        command.json = true;
        assertThat(console().run(command)).contains("{\"rule_id\":\"r1\",\"rule_set\":2,\"code\":\"no_subject\"");
        assertThat(console().refusal(new PolicyLintCommand())).contains("`visibility-rules` is off");
    }

    @Test
    void previewsThePolicyInAFile() throws Exception {
        Files.writeString(folder.resolve("policy.json"), "{\"main_rule\":{\"type\":\"nobody\"},\"rule_sets\":[]}");
        PreviewCommand command = new PreviewCommand();
        command.snapshots = world.snapshots();
        command.preview = Fake.of(Preview.class)
                .on("ofPolicy", arguments -> {
                    world.calls.add(arguments);
                    UserId anna = new UserId("anna");
                    return new PreviewResult(
                            0,
                            7,
                            List.of(new PreviewResult.ViewerChange(anna, 0, 7)),
                            List.of(),
                            List.of(new PreviewResult.Pair(anna, new UserId("annika"))));
                })
                .service();
        command.tenantKey = "acme";
        command.file = "policy.json";
        assertThat(console().run(command))
                .startsWith("pairs gained: 0, pairs lost: 7")
                .containsPattern("anna +\u2502 0 +\u2502 7")
                .containsPattern("lost +\u2502 anna +\u2502 annika");
        assertThat(((VisibilityPolicy) world.calls.get(0)[1]).mainRule().type()).isEqualTo("nobody");
        command.json = true;
        assertThat(console().run(command))
                .contains("\"pairs_lost\":7,\"exact\":true")
                .contains("\"samples\":{\"gained\":[],\"lost\":[[\"anna\",\"annika\"]]}");
    }

    @Test
    void previewsMoves() throws CommandException {
        PreviewCommand command = new PreviewCommand();
        command.snapshots = world.snapshots();
        command.preview = Fake.of(Preview.class)
                .on("ofMoves", arguments -> {
                    world.calls.add(arguments);
                    return new PreviewResult(3, 0, List.of(), List.of(), List.of());
                })
                .service();
        command.tenantKey = "acme";
        command.moves = List.of("anna=sales,west");
        command.departmentMoves = List.of("west=sales");
        assertThat(console().run(command)).startsWith("pairs gained: 3, pairs lost: 0");
        DepartmentId sales = new DepartmentId("sales");
        DepartmentId west = new DepartmentId("west");
        assertThat(world.calls.get(0)[1])
                .isEqualTo(List.of(
                        new Move.OfDepartment(west, sales),
                        new Move.OfMember(new UserId("anna"), List.of(sales, west))));
        command.file = "policy.json";
        assertThat(console().refusal(command)).contains("one of the two");
        command.file = null;
        command.moves = List.of("anna");
        assertThat(console().refusal(command)).contains("`who=where`");
    }

    @Test
    void asksAboutThePast() throws CommandException {
        VerifyCommand command = verify("anna", "annika", null);
        command.history = Fake.of(History.class)
                .on("at", arguments -> {
                    world.calls.add(arguments);
                    return world.snapshots().current(new TenantKey("acme"));
                })
                .service();
        command.atRevision = 4L;
        assertThat(console().run(command)).startsWith("visible: false");
        command.atRevision = null;
        command.at = "2026-03-01T09:00:00Z";
        assertThat(console().run(command)).startsWith("visible: false");
        assertThat(world.calls).extracting(call -> call[1]).containsExactly(4L, Instant.parse("2026-03-01T09:00:00Z"));
        command.atRevision = 4L;
        assertThat(console().refusal(command)).contains("not both");
        command.atRevision = null;
        command.at = "March";
        assertThat(console().refusal(command)).contains("must be a time such as");
    }

    @Test
    void listsWhomAMemberSeesAndWhoSeesThem() throws CommandException {
        SeesCommand sees = new SeesCommand();
        SeenByCommand seenBy = new SeenByCommand();
        for (ListCommand command : List.of(sees, seenBy)) {
            command.snapshots = world.snapshots();
            command.visibility = Fake.of(Visibility.class)
                    .on("engine", snapshot -> Fake.of(VisibilityEngine.class)
                            .on("visibleTo", viewer -> new int[] {0, 1})
                            .on("viewersOf", member -> new int[] {1})
                            .service())
                    .service();
            command.tenantKey = "acme";
            command.userId = "anna";
        }
        assertThat(console().run(sees))
                .containsPattern("annika +\u2502 annika")
                .endsWith("2 in all, the member included" + System.lineSeparator());
        sees.most = 1;
        sees.json = true;
        assertThat(console().run(sees))
                .isEqualToIgnoringNewLines("{\"items\":[{\"user_id\":\"anna\"}],\"has_more\":true,\"total\":2}");
        sees.skip = 1;
        assertThat(console().run(sees)).contains("annika").contains("\"has_more\":false");
        assertThat(console().run(seenBy)).contains("1 in all");
        seenBy.userId = "nobody";
        assertThat(console().refusal(seenBy)).endsWith("(at /user_id)");
        seenBy.most = 0;
        assertThat(console().refusal(seenBy)).contains("-n must be 1 or more");
        assertThat(console().refusal(new SeesCommand())).contains("`visibility-rules` is off");
    }

    @Test
    void measuresTheEngine() {
        AtomicLong nanos = new AtomicLong();
        VisibilityEngine engine = Fake.of(VisibilityEngine.class)
                .on("sees", pair -> true)
                .on("visibleTo", viewer -> new int[] {0, 1})
                .service();
        EngineMeasures measures = new EngineMeasures(
                engine, world.snapshots().current(new TenantKey("acme")).directory(), () -> nanos.addAndGet(1_000_000));

        List<RowJson> rows = measures.measure(Duration.ofMillis(3));

        assertThat(rows)
                .contains(
                        new RowJson("check, by number", 1_000, "ns"),
                        new RowJson("batch of 1,000 pairs, by id", 1_000_000, "decisions a second"),
                        new RowJson("list, median of 256 viewers", 2, "seen"),
                        new RowJson("list, longest of 256 viewers", 500_000, "ns a person"));
        assertThat(measures.answers()).isPositive();
    }

    @Test
    void refusesBenchmarksWithoutEnd() {
        BenchmarkCommand command = new BenchmarkCommand();
        assertThat(console().refusal(command)).contains("`visibility-rules` is off");
        command.visibility = Fake.of(Visibility.class).service();
        command.seconds = 61;
        assertThat(console().refusal(command)).contains("from 1 to 60");
    }

    @Test
    void listsJobs() throws CommandException {
        JobListCommand command = new JobListCommand();
        command.jobs = Fake.of(Jobs.class)
                .on(
                        "list",
                        nothing -> List.of(
                                job(Job.State.RUNNING, null),
                                job(Job.State.FAILED, Problem.notFound("there is no tenant"))))
                .service();
        assertThat(console().run(command))
                .containsPattern("directory.import +\u2502 acme +\u2502 running +\u2502 5")
                .containsPattern("failed .*not_found: there is no tenant");
        command.json = true;
        assertThat(console().run(command)).contains("\"state\":\"running\"");
    }

    @Test
    void showsTheNewestAuditLinesTheNewestLast() throws CommandException {
        AuditTailCommand command = new AuditTailCommand();
        command.store = Fake.of(TenantStore.class)
                .on("audit", query -> {
                    world.calls.add(query);
                    return List.of(entry("user.update"), entry("user.create"));
                })
                .service();
        command.tenantKey = "acme";
        command.lines = 2;
        assertThat(console().run(command))
                .containsPattern("(?s)user\\.create.*user\\.update")
                .containsPattern("console ola +\u2502 user.create +\u2502 user anna +\u2502 4");
        assertThat(((AuditQuery) world.calls.get(0)[0]).limit()).isEqualTo(3);
        command.json = true;
        assertThat(console().run(command))
                .containsPattern("user.update.*user.create")
                .contains("\"has_more\":false");
        command.lines = 1;
        assertThat(console().run(command)).doesNotContain("user.create").contains("\"has_more\":true");
        command.lines = 501;
        assertThat(console().refusal(command)).contains("-n must be from 1 to 500");
    }

    private Console console() {
        return new Console(folder);
    }

    private VerifyCommand verify(String subject, String user, String department) {
        VerifyCommand command = new VerifyCommand();
        command.snapshots = world.snapshots();
        command.visibility = Fake.of(Visibility.class)
                .on("engine", snapshot -> Fake.of(VisibilityEngine.class)
                        .on("explain", pair -> HIDDEN)
                        .on("explainDepartment", pair -> BY_FALLBACK)
                        .service())
                .service();
        command.tenantKey = "acme";
        command.subjectUserId = subject;
        command.objectUserId = user;
        command.objectDepartmentId = department;
        return command;
    }

    private static Job job(Job.State state, Object result) {
        return new Job(
                "job-" + state,
                "directory.import",
                new TenantKey("acme"),
                state,
                5,
                Instant.parse("2026-03-01T10:00:00Z"),
                result);
    }

    private static AuditEntry entry(String action) {
        return new AuditEntry(
                Instant.parse("2026-03-01T10:00:00Z"),
                new Actor(ActorKind.CONSOLE, "ola"),
                action,
                "user",
                "anna",
                null,
                null,
                4);
    }
}
