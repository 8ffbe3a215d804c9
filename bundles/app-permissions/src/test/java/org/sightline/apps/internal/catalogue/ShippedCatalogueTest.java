package org.sightline.apps.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.apps.model.Approval;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionName;
import org.sightline.apps.model.PermissionUse;

/** Every line of the files in this bundle. */
class ShippedCatalogueTest {

    private static final List<Permission> ALL = ShippedCatalogue.read();
    private static final Map<PermissionName, Permission> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Permission::name, Function.identity()));

    /** What a text looks like that nobody has translated: words of a name, or a hole in a template. */
    private static final Pattern TOKEN = Pattern.compile("[a-z]_[a-z]|[{}\\t|]|:[a-z]|\\bnull\\b");

    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

    private static Permission permission(String name) {
        return BY_NAME.get(new PermissionName(name));
    }

    @Test
    void theStartingListIsComplete() {
        assertThat(ALL).hasSize(1_227);
        assertThat(BY_NAME).as("no name twice").hasSize(ALL.size());
    }

    @Test
    void everyPermissionSpeaksEachLanguage() {
        assertThat(ALL).allSatisfy(permission -> {
            assertThat(permission.texts()).containsOnlyKeys(Locale.ENGLISH, Locale.JAPANESE, Locale.CHINESE);
            assertThat(permission.texts().values()).allSatisfy(text -> assertThat(text)
                    .as("%s", permission.name())
                    .isNotBlank()
                    .doesNotContainPattern(TOKEN)
                    .doesNotContain("  "));
        });
    }

    @Test
    void noLanguageStandsInForAnother() {
        assertThat(ALL).allSatisfy(permission -> {
            assertThat(permission.texts().get(Locale.ENGLISH)).matches("[A-Z][\\p{IsLatin}0-9 ,:'()\\-]+");
            assertThat(permission.texts().get(Locale.JAPANESE)).containsPattern(KANA);
            assertThat(permission.texts().get(Locale.CHINESE))
                    .containsPattern("[\\p{IsHan}]")
                    .doesNotContainPattern(KANA);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        contact:user.email:readonly      | View e-mail addresses of members       | メンバーのメールアドレスを閲覧         | 查看成员的邮箱地址
        contact:user.base:readonly       | View names and departments of members  | メンバーの名前と所属部門を閲覧         | 查看成员的姓名和所属部门
        base:app:create                  | Create Bases                           | Baseを作成                             | 创建多维表格
        base:record:update               | Edit records of Bases                  | Baseのレコードを編集                   | 编辑多维表格的记录
        calendar:calendar.event:reply    | Reply to calendar events               | カレンダーの予定に返信                 | 回复日程
        calendar:exchange.bindings:read  | View bindings of Exchange              | Exchangeの連携設定を閲覧               | 查看 Exchange 的绑定关系
        im:message:send_as_bot           | Send messages as the bot               | ボットとしてメッセージを送信           | 以机器人身份发送消息
        docs:event:subscribe             | Subscribe to events of documents       | ドキュメントのイベントを購読           | 订阅文档事件
        docs:document.media:upload       | Upload media files of documents        | ドキュメントのメディアファイルをアップロード | 上传文档的媒体文件
        corehr:person.bank_account:read  | View bank accounts of persons (People) | 個人情報の銀行口座を閲覧（人事）       | 查看个人信息的银行账户（人事）
        corehr:employment.has_offer_salary:read | View offered salary marks of employment records (People) | 雇用情報の提示給与フラグを閲覧（人事） | 查看雇佣信息的 Offer 薪资标记（人事）
        directory:employee.work.join_date:read  | View joining dates of employees | 従業員の入社日を閲覧                   | 查看员工的入职日期
        translation:text                 | Translate texts                        | テキストを翻訳                         | 翻译文本
        offline_access                   | Stay signed in for a member who is away | メンバーの不在時もアクセスを継続      | 在成员离线时持续访问
        """)
    void samplesReadWell(String name, String english, String japanese, String chinese) {
        assertThat(permission(name).texts())
                .containsEntry(Locale.ENGLISH, english)
                .containsEntry(Locale.JAPANESE, japanese)
                .containsEntry(Locale.CHINESE, chinese);
    }

    @Test
    void everyContactsAndMessagesPermissionCarriesTheMark() {
        assertThat(ALL)
                .filteredOn(permission -> List.of("contacts", "messages").contains(permission.category()))
                .hasSizeGreaterThan(200)
                .allMatch(Permission::specificSensitive);
        assertThat(ALL)
                .filteredOn(permission -> permission.name().value().matches("(contact|im|directory|trust_party):.*"))
                .allMatch(Permission::specificSensitive);
    }

    @ParameterizedTest
    @CsvSource({
        "application:application:self_manage, NON_SENSITIVE",
        "application:bot.menu:readonly, NON_SENSITIVE",
        "offline_access, NON_SENSITIVE",
        "im:message:send_as_bot, NON_SENSITIVE",
        "contact:contact.base:readonly, NON_SENSITIVE",
        "contact:user.base:readonly, ADVANCED",
        "contact:user.email:readonly, ADVANCED",
        "directory:employee.base.avatar:read, ADVANCED",
        "im:message:readonly, ADVANCED",
        "docs:document.content:read, ADVANCED",
        "calendar:calendar.event:read, ADVANCED",
        "admin:audit_info:readonly, ADVANCED"
    })
    void theLevelFollowsTheCriterion(String name, PermissionLevel level) {
        assertThat(permission(name).identities().values())
                .extracting(PermissionUse::level)
                .containsOnly(level);
    }

    @Test
    void whatIsRecommendedIsTheRecommendedTable() {
        assertThat(ALL).allSatisfy(permission -> permission.identities().forEach((identity, use) -> {
            boolean review = identity == Identity.USER
                    ? permission.specificSensitive()
                    : use.level() == PermissionLevel.ADVANCED;
            assertThat(use.recommended())
                    .as("%s@%s", permission.name(), identity)
                    .isEqualTo(review ? Approval.REVIEW : Approval.AUTO);
        }));
    }
}
