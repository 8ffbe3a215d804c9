package org.sightline.testkit.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppId;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
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
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;
import org.sightline.store.StateChange;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.trust.model.Decision;
import org.sightline.trust.model.FieldGrants;
import org.sightline.trust.model.Invitation;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustPermissions;
import org.sightline.trust.model.TrustRemoval;
import org.sightline.trust.model.TrustRequest;
import org.sightline.trust.model.TrustSettings;
import org.sightline.trust.model.TrustedParty;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;
import org.sightline.visibility.model.VisibilityPolicy;

/** Values that are hard on a store: several scripts, nulls, look-alike ids, everything at its largest. */
final class Specimens {

    /** A time without more digits than a store must keep. */
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Specimens() {}

    static Tenant tenant(TenantKey key) {
        return new Tenant(key, "Nordwind", Plan.STARTER, ZoneId.of("UTC"), null, Locale.ENGLISH, true);
    }

    static Tenant tenantWithAll(TenantKey key) {
        return new Tenant(
                key,
                "株式会社さくら 🌸",
                Plan.ENTERPRISE,
                ZoneId.of("Asia/Tokyo"),
                "jp",
                Locale.forLanguageTag("zh-Hant-TW"),
                false);
    }

    static Department department(String id, @Nullable String parent) {
        return new Department(
                new DepartmentId(id),
                "Abteilung " + id,
                parent == null ? null : new DepartmentId(parent),
                0,
                List.of());
    }

    static Member member(String id, String name) {
        return new Member(
                new UserId(id),
                name,
                Profile.EMPTY,
                List.of(new Membership(DepartmentId.ROOT, 0)),
                Map.of(),
                MemberStatus.ACTIVE);
    }

    static Member memberWithAll(String id) {
        return new Member(
                new UserId(id),
                "山田 太郎 👩‍👩‍👧 Zoë Çağrı",
                new Profile("Taro", "Taro@example.org", "+81 3-1234", "0007", "Leiter \"IT\", \\ 'Süd'", "大阪", "日本"),
                List.of(
                        new Membership(new DepartmentId("b"), 7),
                        new Membership(new DepartmentId("a"), -3),
                        new Membership(DepartmentId.ROOT, Integer.MAX_VALUE)),
                Map.of(new FieldId("floor"), "12", new FieldId("Floor"), "zwölf 🏢"),
                MemberStatus.SUSPENDED);
    }

    static Member gone(String id) {
        return new Member(new UserId(id), "gone", Profile.EMPTY, List.of(), Map.of(), MemberStatus.DELETED);
    }

    static List<CustomField> fields() {
        return List.of(
                new CustomField(new FieldId("floor"), "Stockwerk", FieldType.NUMBER, List.of()),
                new CustomField(new FieldId("Floor"), "階", FieldType.TEXT, List.of()),
                new CustomField(new FieldId("size"), "Size", FieldType.CHOICE, List.of("S, or \"small\"", "Ｌ", "")),
                new CustomField(new FieldId("born"), "Born", FieldType.DATE, List.of()));
    }

    static Group groupOfLists() {
        return new Group(
                new GroupId("g1"),
                "Projekt ☕",
                List.of(new UserId("z"), new UserId("a")),
                List.of(new DepartmentId("b"), new DepartmentId("a")),
                null);
    }

    static Group groupByCondition() {
        return new Group(
                new GroupId("G1"),
                "Osaka",
                List.of(),
                List.of(),
                Condition.parse("city = \"大阪\" and not job_title starts with \"In\\\"tern\""));
    }

    static Group groupWithNobody() {
        return new Group(new GroupId("nobody"), "Nobody", List.of(), List.of(), null);
    }

    static List<Unit> units() {
        return List.of(
                new Unit(new UnitId("u1"), "Tochter", "subsidiary", List.of(new DepartmentId("b"))),
                new Unit(new UnitId("U1"), "Filiale", "branch", List.of()));
    }

    static List<Administrator> administrators() {
        return List.of(
                new Administrator(new UserId("a"), true, Set.of()),
                new Administrator(
                        new UserId("A"),
                        false,
                        Set.of(AdminPermission.ORGANIZATION, AdminPermission.MEMBER_PERMISSIONS)),
                new Administrator(new UserId("z"), false, Set.of()));
    }

    static Rule rule(String id, String subject, Effect effect) {
        return new Rule(
                new RuleId(id),
                null,
                new Subjects(List.of(new UserId(subject)), List.of(), List.of()),
                new Targets(List.of(), List.of(DepartmentId.ROOT)),
                effect);
    }

    static Rule ruleWithAll(String id) {
        return new Rule(
                new RuleId(id),
                "Vorstand sieht 全員",
                new Subjects(
                        List.of(new UserId("z"), new UserId("Z"), new UserId("a")),
                        List.of(new GroupId("g1"), new GroupId("G1")),
                        List.of(new DepartmentId("b"), new DepartmentId("a"))),
                new Targets(List.of(new UserId("m-2"), new UserId("m-1")), List.of(new DepartmentId("a"))),
                Effect.HIDDEN);
    }

    static VisibilityPolicy policyWithAll() {
        return new VisibilityPolicy(
                new MainRuleChoice(
                        "own_unit",
                        List.of("subsidiary", "branch"),
                        Map.of("deep", true, "limit", new BigDecimal("12.50"), "names", List.of("a", "大"))),
                List.of(
                        new RuleSet(List.of(
                                rule("r2", "a", Effect.VISIBLE), ruleWithAll("r1"), rule("R1", "A", Effect.HIDDEN))),
                        new RuleSet(List.of(rule("other", "b", Effect.VISIBLE)))),
                DisplayOrder.MEMBERS_FIRST);
    }

    static TrustedParty party(String partner) {
        return new TrustedParty(
                new TenantKey(partner),
                "relation-" + partner,
                NOON,
                new TenantKey(partner),
                SharingScope.NOBODY,
                null,
                null);
    }

    static CollaborationRule collaboration(String id, long secondsAfterNoon) {
        return new CollaborationRule(
                new RuleId(id),
                NOON.plusSeconds(secondsAfterNoon),
                new Subjects(
                        List.of(new UserId("z"), new UserId("A")),
                        List.of(new GroupId("g1")),
                        List.of(new DepartmentId("b"))),
                new Targets(List.of(), List.of(DepartmentId.ROOT)));
    }

    static Invitation invitation(String digest) {
        return new Invitation(digest, "sealed " + digest, NOON, null, false, null);
    }

    /** Everything that trust between tenants knows. */
    static List<TrustChange> trust() {
        TenantKey acme = new TenantKey("acme");
        TenantKey other = new TenantKey("Acme");
        SharingScope some = new SharingScope(
                false, List.of(new DepartmentId("b"), new DepartmentId("a")), List.of(new UserId("z")));
        FieldGrants fields = FieldGrants.of(List.of("email", "custom_fields.Floor"), List.of("name", "email"));
        TrustedParty withAll = new TrustedParty(acme, "relation", NOON, other, some, TrustAccess.SEARCH_ONLY, fields);
        TrustRequest request = new TrustRequest(
                "request", acme, other, RequestState.PENDING, some, TrustAccess.SEARCH_ONLY, NOON, null);
        TrustRemoval removal =
                new TrustRemoval("removal", "relation", other, acme, RequestState.PENDING, "z", NOON, null);
        Decision decision = new Decision(NOON.plusSeconds(9), acme, "z", "知らない \"人\"");
        return List.of(
                new TrustChange.PutSettings(
                        new TrustSettings(new TrustPermissions(new TrustAccess(false, true), fields), true)),
                new TrustChange.PutParty(withAll),
                new TrustChange.PutParty(party("Acme").withShare(SharingScope.EVERYONE)),
                new TrustChange.PutRule(acme, collaboration("late", 5)),
                new TrustChange.PutRule(acme, collaboration("Early", -5)),
                new TrustChange.PutRule(other, collaboration("late", 0)),
                new TrustChange.PutInvitation(invitation("one")),
                new TrustChange.PutInvitation(
                        new Invitation("two", "sealed", NOON.plusSeconds(1), NOON.plusSeconds(60), true, acme)),
                new TrustChange.PutRequest(request),
                new TrustChange.PutRequest(new TrustRequest(
                                "decided",
                                other,
                                acme,
                                RequestState.PENDING,
                                SharingScope.EVERYONE,
                                TrustAccess.FULL,
                                NOON,
                                null)
                        .decided(RequestState.REJECTED, decision)),
                new TrustChange.PutRemoval(removal),
                new TrustChange.PutRemoval(
                        new TrustRemoval("done", "older", acme, other, RequestState.PENDING, null, NOON, null)
                                .decided(RequestState.APPROVED, new Decision(NOON, other, null, null))));
    }

    /** A tenant in which everything occurs. */
    static List<StateChange> everything(TenantKey key) {
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.PutTenant(tenantWithAll(key)));
        changes.add(new StateChange.PutFields(fields()));
        changes.add(new StateChange.PutDepartment(new Department(
                DepartmentId.ROOT, "株式会社さくら", null, 0, List.of(new UserId("z"), new UserId("A"), new UserId("a")))));
        changes.add(new StateChange.PutDepartment(department("a", "0")));
        changes.add(new StateChange.PutDepartment(department("A", "a")));
        changes.add(new StateChange.PutDepartment(
                new Department(new DepartmentId("b"), "Büro", new DepartmentId("A"), -5, List.of(new UserId("b")))));
        changes.add(new StateChange.PutMember(member("z", "Zoé")));
        changes.add(new StateChange.PutMember(memberWithAll("a")));
        changes.add(new StateChange.PutMember(member("A", "ａ full-width Ａ")));
        changes.add(new StateChange.PutMember(gone("b")));
        changes.add(new StateChange.PutMember(member("long", "\u00c4\ud83d\ude00".repeat(80))));
        changes.add(new StateChange.PutGroup(groupOfLists()));
        changes.add(new StateChange.PutGroup(groupByCondition()));
        changes.add(new StateChange.PutGroup(groupWithNobody()));
        units().forEach(unit -> changes.add(new StateChange.PutUnit(unit)));
        administrators().forEach(role -> changes.add(new StateChange.PutAdministrator(role)));
        changes.add(new StateChange.PutPolicy(policyWithAll()));
        changes.add(new StateChange.PutOperatorAccess(new OperatorAccess(NOON.plusSeconds(1))));
        trust().forEach(change -> changes.add(new StateChange.ChangeTrust(change)));
        AppSpecimens.apps(new AppId("app-" + key.value()))
                .forEach(change -> changes.add(new StateChange.ChangeApps(change)));
        return changes;
    }

    static AuditEntry entry(Instant at, String actor, String action, String object, long revision) {
        return new AuditEntry(
                at, new Actor(ActorKind.USER, actor), action, "user", object, null, member(object, "Zoé"), revision);
    }

    static AuditEntry entry(long revision) {
        return entry(NOON, "z", "user.update", "a", revision);
    }

    static AuditEntry dropped(TenantKey key) {
        return new AuditEntry(NOON, Actor.OPERATOR, "tenant.delete", "tenant", key.value(), tenant(key), null, 1);
    }

    static Notice notice(NoticeType type, UserId... recipients) {
        return Notice.of(
                type,
                NOON,
                List.of(recipients),
                "trust_request",
                "r1",
                Map.of("partner_name", "株式会社さくら 🌸 \"x\"", "partner_key", "sakura"));
    }
}
