package org.sightline.rest.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class PageTextsTest {

    private static Properties texts(String suffix) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = PageTexts.class.getResourceAsStream("pages" + suffix + ".properties")) {
            assertThat(file).as("texts of %s", suffix).isNotNull();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void everyLanguageHasEveryText() throws IOException {
        Properties english = texts("");
        assertThat(english).hasSizeGreaterThan(20);
        for (String language : List.of("_ja", "_zh")) {
            Properties texts = texts(language);
            assertThat(texts.keySet()).isEqualTo(english.keySet());
            english.forEach((key, text) -> {
                for (int value = 0; value < 3; value++) {
                    String place = "{" + value + "}";
                    assertThat(texts.getProperty((String) key).contains(place))
                            .as("%s in %s of %s", place, key, language)
                            .isEqualTo(((String) text).contains(place));
                }
            });
        }
    }

    @Test
    void readersGetTheirLanguageOrEnglish() {
        assertThat(new PageTexts(Locale.SIMPLIFIED_CHINESE).html("login.submit"))
                .isEqualTo("登录");
        assertThat(new PageTexts(Locale.JAPAN).html("login.submit")).isEqualTo("サインイン");
        assertThat(new PageTexts(Locale.FRANCE).html("login.submit")).isEqualTo("Sign in");
        assertThat(new PageTexts(Locale.FRANCE).language()).isEqualTo("en");
        assertThat(PageTexts.choose(List.of(Locale.FRENCH, Locale.JAPANESE), Locale.ENGLISH))
                .isEqualTo(Locale.JAPANESE);
        assertThat(PageTexts.choose(List.of(), Locale.CHINESE)).isEqualTo(Locale.CHINESE);
    }

    @Test
    void valuesCannotBreakOutOfTheirPlace() {
        assertThat(new PageTexts(Locale.ENGLISH).html("login.intro", "<b onclick='x'>&\"{0}"))
                .startsWith("&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;{0} wants");
        assertThat(new PageTexts(Locale.ENGLISH).html("login.other")).contains("app&#39;s");
    }
}
