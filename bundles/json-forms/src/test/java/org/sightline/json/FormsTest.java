package org.sightline.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.access.Caller;
import org.sightline.access.Sessions.OpenedSession;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Move;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.Administrator;
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
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.jobs.Job;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Entry;
import org.sightline.visibility.Layer;
import org.sightline.visibility.LintFinding;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.Match;
import org.sightline.visibility.PreviewResult;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** Every form, letter for letter: members of other software read these. */
class FormsTest {

    private static final CustomField LEVEL =
            new CustomField(new FieldId("level"), "Level", FieldType.NUMBER, List.of());
    private static final FieldTypes TYPES = FieldTypes.of(List.of(LEVEL));

    @Test
    void tenant() {
        Tenant acme = new Tenant(
                new TenantKey("acme"),
                "Acme",
                Plan.PRO,
                ZoneId.of("Asia/Tokyo"),
                null,
                Locale.forLanguageTag("ja-JP"),
                true);

        same(
                TenantJson.of(acme),
                "{'tenant_key':'acme','name':'Acme','plan':'pro','time_zone':'Asia/Tokyo','locale':'ja-JP','find_by_phone':true}");
        assertThat(read("{'tenant_key':'t','name':'T','plan':'starter'}", TenantJson.class)
                        .toModel())
                .isEqualTo(new Tenant(
                        new TenantKey("t"), "T", Plan.STARTER, ZoneId.of("UTC"), null, Locale.ENGLISH, true));
    }

    @Test
    void newTenant() {
        NewTenantJson.NewTenant made = read(
                        "{'name':'T','plan':'basic','primary_admin':{'user_id':'a','name':'Ann','email':'','password':'secret-words'}}",
                        NewTenantJson.class)
                .toModel();

        assertThat(made.administrator()).isEqualTo(member("a", "Ann"));
        assertThat(made.password()).isEqualTo("secret-words");
        assertThat(made.toString()).doesNotContain("secret-words");
        assertThat(read("{'name':'T','plan':'basic'}", NewTenantJson.class)
                        .toModel()
                        .administrator())
                .isNull();
    }

    @Test
    void department() {
        same(
                DepartmentJson.of(new Department(
                        new DepartmentId("d"), "開発", DepartmentId.ROOT, -3, List.of(new UserId("b"), new UserId("a")))),
                "{'department_id':'d','name':'開発','parent_id':'0','order':-3,'leader_user_ids':['b','a']}");
        same(
                DepartmentJson.of(new Department(DepartmentId.ROOT, "Acme", null, 0, List.of())),
                "{'department_id':'0','name':'Acme','order':0,'leader_user_ids':[]}");
    }

    @Test
    void userShowsWhatIsKnownAndNothingElse() {
        same(
                UserJson.of(member("a", "Ann"), TYPES),
                "{'user_id':'a','name':'Ann','department_ids':['0'],'status':'active'}");
        Member full = new Member(
                new UserId("z"),
                "Зоя",
                new Profile("Zoya", "z@example.org", "+7 1", "007", "Lead", "Омск", "RU"),
                List.of(new Membership(new DepartmentId("d2"), 5), new Membership(new DepartmentId("d1"), 0)),
                Map.of(new FieldId("level"), "12.50", new FieldId("badge"), "0042"),
                MemberStatus.SUSPENDED);
        same(
                UserJson.of(full, TYPES),
                "{'user_id':'z','name':'Зоя','en_name':'Zoya','email':'z@example.org','mobile':'+7 1','employee_no':'007',"
                        + "'job_title':'Lead','city':'Омск','country':'RU','department_ids':['d2','d1'],"
                        + "'department_orders':{'d2':5},'custom_fields':{'badge':'0042','level':12.50},'status':'suspended'}");
        assertThat(UserJson.of(full, TYPES).toModel(TYPES)).isEqualTo(full);
        assertThat(Json.read(Json.bytes(UserJson.of(full, TYPES)), UserJson.class)
                        .toModel())
                .isEqualTo(full);
    }

    @Test
    void deletedUserHasNoDepartments() {
        Member gone = new Member(new UserId("a"), "Ann", Profile.EMPTY, List.of(), Map.of(), MemberStatus.DELETED);

        same(UserJson.of(gone, TYPES), "{'user_id':'a','name':'Ann','department_ids':[],'status':'deleted'}");
        assertThat(UserJson.of(gone, TYPES).toModel()).isEqualTo(gone);
    }

    @Test
    void groups() {
        same(
                GroupJson.of(new Group(
                        new GroupId("g"), "G", List.of(new UserId("a")), List.of(new DepartmentId("d")), null)),
                "{'group_id':'g','name':'G','user_ids':['a'],'department_ids':['d']}");
        same(
                GroupJson.of(
                        new Group(new GroupId("g"), "G", List.of(), List.of(), Condition.parse("city = \"Osaka\""))),
                "{'group_id':'g','name':'G','condition':'city = \\\"Osaka\\\"'}");
        assertThat(read("{'name':'G','user_ids':[],'condition':'city = \\\"O\\\"'}", GroupJson.class)
                        .toModel()
                        .condition())
                .isEqualTo(Condition.parse("city = \"O\""));
    }

    @Test
    void unitFieldsAndAdministrator() {
        same(
                UnitJson.of(new Unit(new UnitId("u"), "U", "subsidiary", List.of(new DepartmentId("d")))),
                "{'unit_id':'u','name':'U','type':'subsidiary','department_ids':['d']}");
        CustomField size = new CustomField(new FieldId("size"), "Size", FieldType.CHOICE, List.of("S", "M"));
        same(
                FieldsJson.of(List.of(LEVEL, size)),
                "{'fields':[{'field_id':'level','label':'Level','type':'number'},"
                        + "{'field_id':'size','label':'Size','type':'choice','choices':['S','M']}]}");
        assertThat(FieldsJson.of(List.of(LEVEL, size)).toModel()).containsExactly(LEVEL, size);
        Administrator admin = new Administrator(
                new UserId("a"), false, Set.of(AdminPermission.ORGANIZATION, AdminPermission.EXTERNAL_COLLABORATIONS));
        same(
                AdministratorJson.of(admin),
                "{'user_id':'a','primary':false,'permissions':['external_collaborations','organization']}");
        assertThat(AdministratorJson.of(admin).toModel(new UserId("a"))).isEqualTo(admin);
    }

    @Test
    void policy() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("zeta", new BigDecimal("2.50"));
        params.put("alpha", List.of(true, "x", Map.of("n", new BigDecimal("7"))));
        VisibilityPolicy policy = new VisibilityPolicy(
                new MainRuleChoice("own_unit", List.of("subsidiary"), params),
                List.of(
                        new RuleSet(List.of(new Rule(
                                new RuleId("r1"),
                                "Board",
                                new Subjects(
                                        List.of(new UserId("a")),
                                        List.of(new GroupId("g")),
                                        List.of(DepartmentId.ROOT)),
                                new Targets(List.of(new UserId("b")), List.of(new DepartmentId("d"))),
                                Effect.HIDDEN))),
                        new RuleSet(List.of())),
                DisplayOrder.MEMBERS_FIRST);

        same(
                PolicyJson.of(policy),
                "{'main_rule':{'type':'own_unit','unit_types':['subsidiary'],'params':{'zeta':2.50,'alpha':[true,'x',{'n':7}]}},"
                        + "'rule_sets':[{'rules':[{'rule_id':'r1','name':'Board',"
                        + "'subjects':{'user_ids':['a'],'group_ids':['g'],'department_ids':['0']},"
                        + "'objects':{'user_ids':['b'],'department_ids':['d']},'effect':'hidden'}]},{'rules':[]}],"
                        + "'display_order':'members_first'}");
        assertThat(Json.read(Json.bytes(PolicyJson.of(policy)), PolicyJson.class)
                        .toModel())
                .isEqualTo(policy);
        same(
                PolicyJson.of(VisibilityPolicy.DEFAULT),
                "{'main_rule':{'type':'everyone'},'rule_sets':[],'display_order':'departments_first'}");
        assertThat(read("{'main_rule':{'type':'everyone'}}", PolicyJson.class).toModel())
                .isEqualTo(VisibilityPolicy.DEFAULT);
    }

    @Test
    void policyGivesRulesWithoutIdDistinctOnes() {
        String rule = "{'subjects':{'user_ids':['a']},'objects':{'user_ids':['b']},'effect':'visible'}";
        VisibilityPolicy policy = read(
                        "{'main_rule':{'type':'everyone'},'rule_sets':[{'rules':[" + rule + "," + rule + "]}]}",
                        PolicyJson.class)
                .toModel();

        assertThat(policy.rules().map(Rule::id).distinct()).hasSize(2);
        assertThat(policy.rules().map(Rule::name)).containsOnlyNulls();
    }

    @Test
    void decision() {
        Match match = new Match(
                new RuleId("r"),
                2,
                new Entry(Entry.Type.GROUP, "g"),
                new Entry(Entry.Type.DEPARTMENT, "d"),
                Effect.VISIBLE,
                false);
        same(
                DecisionJson.of(new Decision(
                        true, Layer.RULE_SET_2, List.of(new RuleId("r")), false, "because", List.of(match))),
                "{'visible':true,'decided_by':{'layer':'rule_set_2','rule_ids':['r']},'explanation':'because',"
                        + "'matches':[{'rule_id':'r','rule_set':2,'subject':{'type':'group','id':'g'},"
                        + "'object':{'type':'department','id':'d'},'effect':'visible','outranked':false}]}");
        same(
                DecisionJson.of(new Decision(false, Layer.MAIN_RULE, List.of(), true, "gone", List.of())),
                "{'visible':false,'decided_by':{'layer':'main_rule','rule_ids':[],'fallback':true},"
                        + "'explanation':'gone','matches':[]}");
    }

    @Test
    void verifyNamesExactlyOneTarget() {
        assertThat(read("{'subject_user_id':'a','object_user_id':'b'}", VerifyJson.class)
                        .toModel())
                .isEqualTo(new VerifyJson.Question(new UserId("a"), new UserId("b"), null));
        assertThat(read("{'subject_user_id':'a','object_department_id':'0'}", VerifyJson.class)
                        .toModel())
                .isEqualTo(new VerifyJson.Question(new UserId("a"), null, DepartmentId.ROOT));
    }

    @Test
    void previewsTakeAPolicyOrMoves() {
        assertThat(read("{'policy':{'main_rule':{'type':'nobody'},'rule_sets':[]}}", PreviewJson.class)
                        .toModel()
                        .policy())
                .isNotNull();
        assertThat(read(
                                "{'moves':[{'user_id':'u','department_ids':['d','e']},"
                                        + "{'department_id':'d','parent_id':'0'}]}",
                                PreviewJson.class)
                        .toModel()
                        .moves())
                .containsExactly(
                        new Move.OfMember(new UserId("u"), List.of(new DepartmentId("d"), new DepartmentId("e"))),
                        new Move.OfDepartment(new DepartmentId("d"), DepartmentId.ROOT));
        PreviewResult result = new PreviewResult(
                1,
                2,
                List.of(new PreviewResult.ViewerChange(new UserId("v"), 1, 2)),
                List.of(new PreviewResult.Pair(new UserId("v"), new UserId("t"))),
                List.of());
        same(
                PreviewJson.ResultJson.of(result),
                "{'pairs_gained':1,'pairs_lost':2,'exact':true,'viewers_changed':[{'user_id':'v','gained':1,'lost':2}],"
                        + "'samples':{'gained':[['v','t']],'lost':[]}}");
    }

    @Test
    void lintNamesRulesAndCodes() {
        same(
                LintJson.of(new LintFinding(new RuleId("r"), 2, LintFinding.Code.ENTRY_GONE, "gone")),
                "{'rule_id':'r','rule_set':2,'code':'entry_gone','detail':'gone'}");
    }

    @Test
    void sessionsAndCallers() {
        SessionJson session = SessionJson.of(new OpenedSession("secret-token", Duration.ofHours(2), new UserId("a")));
        same(session, "{'token':'secret-token','expires_in':7200,'user_id':'a'}");
        assertThat(session.toString()).doesNotContain("secret-token");
        assertThat(read("{'tenant_key':'t','login':'a','password':'pw-in-clear'}", LoginJson.class)
                        .toModel()
                        .toString())
                .doesNotContain("pw-in-clear");
        assertThat(read("{'password':'pw-in-clear'}", PasswordJson.class).toString())
                .doesNotContain("pw-in-clear");
        same(CallerJson.of(new Caller.Operator()), "{'kind':'operator','permissions':[]}");
        same(
                CallerJson.of(new Caller.User(new TenantKey("t"), new UserId("a"), null)),
                "{'tenant_key':'t','user_id':'a','kind':'user','primary':false,'permissions':[]}");
        same(
                CallerJson.of(new Caller.User(
                        new TenantKey("t"), new UserId("a"), new Administrator(new UserId("a"), true, Set.of()))),
                "{'tenant_key':'t','user_id':'a','kind':'user','primary':true,'permissions':['external_collaborations',"
                        + "'member_permissions','organization','all_applications_management']}");
    }

    @Test
    void jobsCarryAnImportsMembersBeside() {
        ImportReport report =
                new ImportReport(1, 2, 3, List.of(new ImportReport.LineError(7, "malformed_json", "broken")), 1, 9);
        String members = "'created':1,'updated':2,'unchanged':3,"
                + "'errors':[{'line':7,'code':'malformed_json','detail':'broken'}],'error_count':1";
        same(ImportReportJson.of(report), "{" + members + "}");
        Instant start = Instant.parse("2026-03-01T09:00:00Z");
        same(
                JobJson.of(new Job("j", "directory.import", new TenantKey("t"), Job.State.DONE, 6, start, report)),
                "{'job_id':'j','kind':'directory.import','tenant_key':'t','state':'done','progress':6,"
                        + "'started_at':'2026-03-01T09:00:00Z','result':{" + members + "}," + members + "}");
        same(
                JobJson.of(new Job("j", "backup", null, Job.State.RUNNING, 0, start, null)),
                "{'job_id':'j','kind':'backup','state':'running','progress':0,'started_at':'2026-03-01T09:00:00Z'}");
    }

    @Test
    void problems() {
        Problem quota = Problem.conflict("rule_quota_exceeded", "too many")
                .with("used", 2)
                .with("limit", 1);
        same(
                ProblemJson.of(quota, 409, "Conflict"),
                "{'status':409,'title':'Conflict','detail':'too many','code':'rule_quota_exceeded','limit':1,'used':2}");
        same(
                ProblemJson.of(Problem.invalid("/name", "invalid", "bad")),
                "{'detail':'bad','code':'invalid','errors':[{'pointer':'/name','code':'invalid','detail':'bad'}]}");
        assertThat(quota.kind()).isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void auditShowsValuesAsTheirFormsFreshAndStored() {
        Unit before = new Unit(new UnitId("u"), "Old", "s", List.of());
        Unit after = new Unit(new UnitId("u"), "New", "s", List.of());
        Instant at = Instant.parse("2026-03-01T09:00:00.5Z");
        AuditEntry fresh = new AuditEntry(at, Actor.OPERATOR, "unit.update", "unit", "u", before, after, 4);
        AuditEntry stored = new AuditEntry(
                at, Actor.OPERATOR, "unit.update", "unit", "u", Forms.storedText(before), Forms.storedText(after), 4);
        String expected = "{'at':'2026-03-01T09:00:00.500Z','actor':{'kind':'operator','id':'operator'},"
                + "'action':'unit.update','object':{'kind':'unit','id':'u'},"
                + "'before':{'unit_id':'u','name':'Old','type':'s','department_ids':[]},"
                + "'after':{'unit_id':'u','name':'New','type':'s','department_ids':[]},'revision':4}";

        same(AuditEntryJson.of(fresh), expected);
        same(AuditEntryJson.of(stored), expected);
        assertThat(Forms.storedText(null)).isNull();
        assertThat(Forms.storedText(List.of(LEVEL)))
                .isEqualTo("[{\"field_id\":\"level\",\"label\":\"Level\",\"type\":\"number\"}]");
    }

    @Test
    void mainRules() {
        MainRuleInfo info = new MainRuleInfo(
                "own_city",
                Map.of(Locale.ENGLISH, "Own city", Locale.JAPANESE, "同じ都市"),
                "{\"type\":\"object\"}",
                "own-city 1.0",
                MainRuleInfo.State.SERVING,
                "",
                List.of(new TenantKey("b"), new TenantKey("a")));
        same(
                MainRuleJson.of(info, Locale.JAPAN),
                "{'type':'own_city','label':'同じ都市','params_schema':{'type':'object'},'provided_by':'own-city 1.0',"
                        + "'state':'serving'}");
        JsonNode seen = Json.tree(MainRuleJson.forOperator(info, Locale.FRENCH));
        assertThat(seen.path("label").asText()).isEqualTo("Own city");
        assertThat(seen.path("used_by").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void pages() {
        same(new PageJson<>(List.of("a"), true, "t"), "{'items':['a'],'has_more':true,'page_token':'t'}");
        same(PageJson.whole(List.of()), "{'items':[],'has_more':false}");
    }

    private static Member member(String id, String name) {
        return new Member(
                new UserId(id),
                name,
                Profile.EMPTY,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.replace('\'', '"'), type);
    }

    private static void same(Object form, String expected) {
        assertThat(Json.text(form)).isEqualTo(expected.replace('\'', '"'));
    }
}
