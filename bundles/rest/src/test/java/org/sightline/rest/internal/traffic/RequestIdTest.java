package org.sightline.rest.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "3f2c-1.b_7:9", "ABC0123456789012345678901234567890123456789012345678901234567890"})
    void takesWhatCanStandInALog(String sent) {
        assertThat(RequestId.of(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "a\nb",
                "<script>",
                "\u00e4",
                "a'b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void makesItsOwnInsteadOfAnythingElse(String sent) {
        assertThat(RequestId.of(sent)).matches("[0-9a-f]{16}");
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(RequestId.of(null)).matches("[0-9a-f]{16}").isNotEqualTo(RequestId.of(null));
    }
}
