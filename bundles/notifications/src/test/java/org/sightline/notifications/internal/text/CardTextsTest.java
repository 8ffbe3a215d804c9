package org.sightline.notifications.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.Notice;
import org.sightline.notifications.model.NoticeType;

class CardTextsTest {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.forLanguageTag("zh-Hant-TW"), Locale.GERMAN);

    private final CardTexts texts = new CardTexts();

    private static Notice notice(NoticeType type, Map<String, String> parameters) {
        return Notice.of(type, Instant.EPOCH, List.of(), "trust_request", "r1", parameters);
    }

    @ParameterizedTest
    @EnumSource(NoticeType.class)
    void everyCardSpeaksEveryLanguage(NoticeType type) {
        Notice notice = notice(
                type, Map.of("partner_name", "O'Neil {x} & Söhne", "count", "3", "app_name", "Bot", "version", "1.2"));
        for (Locale locale : LANGUAGES) {
            assertThat(List.of(texts.title(notice, locale), texts.text(notice, locale)))
                    .as("%s in %s", type, locale)
                    .allSatisfy(text -> assertThat(text)
                            .isNotBlank()
                            .doesNotContain("{partner", "{count", "{reason", "{app", "{version", "''"));
        }
        assertThat(texts.title(notice, Locale.JAPANESE)).isNotEqualTo(texts.title(notice, Locale.ENGLISH));
        assertThat(texts.title(notice, Locale.CHINESE)).isNotEqualTo(texts.title(notice, Locale.ENGLISH));
        assertThat(texts.title(notice, Locale.GERMAN)).isEqualTo(texts.title(notice, Locale.ENGLISH));
    }

    @Test
    void namesComeAsTheyAre() {
        assertThat(texts.title(
                        notice(NoticeType.TRUST_REQUEST_RECEIVED, Map.of("partner_name", "O'Neil {count}")),
                        Locale.ENGLISH))
                .isEqualTo("O'Neil {count} asks to become a trusted party");
    }

    @Test
    void aReasonIsToldWhenThereIsOne() {
        assertThat(texts.text(
                        notice(NoticeType.TRUST_REQUEST_REJECTED, Map.of("partner_name", "Bravo", "reason", "no need")),
                        Locale.ENGLISH))
                .isEqualTo("Bravo did not approve your request to become a trusted party. Reason: no need");
        assertThat(texts.text(
                        notice(NoticeType.TRUST_REQUEST_REJECTED, Map.of("partner_name", "Bravo")), Locale.ENGLISH))
                .isEqualTo("Bravo did not approve your request to become a trusted party.");
    }

    @Test
    void oneIsToldFromMany() {
        assertThat(texts.title(notice(NoticeType.TRUST_REQUESTS_DIGEST, Map.of("count", "1")), Locale.ENGLISH))
                .isEqualTo("A trusted-party request is waiting");
        assertThat(texts.title(notice(NoticeType.TRUST_REQUESTS_DIGEST, Map.of("count", "12")), Locale.ENGLISH))
                .isEqualTo("12 trusted-party requests are waiting");
    }

    @Test
    void aRequestLeadsToTheListOfRequests() {
        assertThat(new CardLinks("https://sightline.example")
                        .of(new TenantKey("acme"), notice(NoticeType.TRUST_REQUEST_RECEIVED, Map.of())))
                .isEqualTo("https://sightline.example/api/v1/tenants/acme/trust/requests"
                        + "?direction=incoming&state=pending");
    }
}
