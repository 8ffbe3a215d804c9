package org.sightline.organisations.internal;

import static org.sightline.organisations.internal.RuleDraft.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.sightline.directory.model.Condition;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.RuleSet;
import org.sightline.visibility.model.VisibilityPolicy;

/** Hikari Instruments: people see their own department and what lies below, with exceptions. */
final class Hikari {

    private static final String DEPARTMENTS = """
            board 経営会議
            hr 人事部
              hr-recruiting 採用
              hr-training 研修
            sales 営業本部
              sales-japan 国内営業
                sales-kansai 関西支店
                  sales-osaka 大阪営業所
              sales-china 中国营业部
                sales-shanghai 上海办事处
              sales-korea 한국영업팀
              sales-mena مبيعات الشرق الأوسط
            development 開発本部
              optics 光学研究所
                lenses レンズ設計
                  coatings コーティング
                    metrology 計測
                      calibration 校正
                        laboratory 第一実験室
                          cleanroom クリーンルーム
              software ソフトウェア
                firmware Firmware
                platform Plattform Köln
            production 生産本部
              plant-nagoya 名古屋工場
                line-1 第一ライン
                line-2 第二ライン
              plant-plovdiv Завод Пловдив
            support サポート
              support-emea Assistência Porto
            """;

    private Hikari() {}

    static Organisation organisation() {
        DirectoryDraft directory = new DirectoryDraft("hikari.example", 1_001, DEPARTMENTS);
        Member administrator = directory.person("aiko.tanaka", "田中 愛子", "Aiko Tanaka", "Head of HR", "Osaka", "hr");
        Member director =
                directory.person("haruto.sato", "佐藤 陽翔", "Haruto Sato", "Managing Director", "Osaka", "board", "sales");
        Member intern = directory.person("mei.lin", "林 美", "Mei Lin", "Intern", "Osaka", "sales-osaka");
        directory.person("kenji.ito", "伊藤 健二", "Kenji Ito", "Chief Engineer", "Nagoya", "optics", "plant-nagoya");
        directory.fill();

        return new Organisation(
                new Tenant(
                        new TenantKey("hikari"),
                        "光計器 Hikari Instruments",
                        Plan.PRO,
                        ZoneId.of("Asia/Tokyo"),
                        null,
                        Locale.JAPANESE,
                        true),
                administrator,
                directory.lines(groups(director), units()),
                policy(),
                intern.id(),
                director.id());
    }

    private static List<Group> groups(Member director) {
        return List.of(
                new Group(
                        new GroupId("safety"),
                        "安全委員会",
                        List.of(director.id()),
                        List.of(new DepartmentId("line-1"), new DepartmentId("laboratory")),
                        null),
                new Group(
                        new GroupId("interns"),
                        "インターン",
                        List.of(),
                        List.of(),
                        Condition.parse("job_title starts with \"Intern\"")),
                new Group(new GroupId("osaka"), "大阪", List.of(), List.of(), Condition.parse("city = \"Osaka\"")));
    }

    private static List<Unit> units() {
        return List.of(
                new Unit(
                        new UnitId("hikari-europe"),
                        "Hikari Europe",
                        "subsidiary",
                        List.of(new DepartmentId("plant-plovdiv"), new DepartmentId("support-emea"))),
                new Unit(
                        new UnitId("kansai"),
                        "関西地区",
                        "region",
                        List.of(new DepartmentId("sales-kansai"), new DepartmentId("hr"))));
    }

    private static VisibilityPolicy policy() {
        RuleSet first = new RuleSet(List.of(
                rule(
                        "interns-board",
                        "Interns do not see the board",
                        "group:interns",
                        Effect.HIDDEN,
                        "department:board"),
                rule("hr-all", "HR sees everybody", "department:hr", Effect.VISIBLE, "department:0")));
        RuleSet second = new RuleSet(List.of(
                rule(
                        "sales-board",
                        "Sales sees the board and support",
                        "department:sales",
                        Effect.VISIBLE,
                        "department:board department:support"),
                rule(
                        "cleanroom",
                        "The clean room is nobody's business",
                        "department:0",
                        Effect.HIDDEN,
                        "department:cleanroom"),
                rule(
                        "cleanroom-itself",
                        "Except for those above it",
                        "department:optics",
                        Effect.VISIBLE,
                        "department:cleanroom"),
                rule(
                        "safety",
                        "The safety committee sees production",
                        "group:safety",
                        Effect.VISIBLE,
                        "department:production")));
        return new VisibilityPolicy(
                MainRuleChoice.of("own_department"), List.of(first, second), DisplayOrder.DEPARTMENTS_FIRST);
    }
}
