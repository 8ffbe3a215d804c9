package org.sightline.contacts.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Ann,ann",
        "ÉCLAIR,eclair",
        "e\u0301clair,eclair",
        "Straße,strasse",
        "ΣΟΦΟΣ,σοφοσ",
        "σοφός,σοφοσ",
        "Ｗｉｄｅ,wide",
        "ﾀﾅｶ,タナカ",
        "ｶﾞ,ガ",
        "が,が",
        "İpek,ipek",
        "각,각",
        "ﬁn,fin"
    })
    void takesAwayCaseAccentsAndWidth(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void knowsWhereWordsBegin() {
        assertThat(beginnings("Ann  Lee", false)).containsExactly("ann", "lee");
        assertThat(beginnings("田中Taro", false)).containsExactly("田中taro", "中taro", "taro");
        assertThat(beginnings("a.b@c-d_e", true)).containsExactly("a.b@c-d_e", "a", "b", "c", "d", "e");
        assertThat(beginnings("a.b@c", false)).containsExactly("a.b@c");
        assertThat(beginnings("\u3000 ", false)).isEmpty();
    }

    @Test
    void aMarkThatMakesAnotherLetterCounts() {
        assertThat(Words.haveAll("がく", false, Words.ofQuery("か"))).isFalse();
        assertThat(Words.haveAll("がく", false, Words.ofQuery("が"))).isTrue();
    }

    private static List<String> beginnings(String value, boolean email) {
        List<String> found = new ArrayList<>();
        Words.beginnings(value, email, found::add);
        return found;
    }
}
