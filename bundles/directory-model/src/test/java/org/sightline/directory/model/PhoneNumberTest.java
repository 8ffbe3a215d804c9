package org.sightline.directory.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+49 (89) 123-45.6|+49891234" + "56",
                "089 / 123456|089123456",
                "(+81) 90 1234|+81901234",
                "\uff0b\uff18\uff11 \uff19\uff10\uff0d\uff11|+81901",
                "+1\u2011555\u20121\u22122|+155512",
                "+1\u00a05|+15"
            })
    void whatStandsBetweenDigitsDoesNotCount(String text, String key) {
        assertThat(PhoneNumber.of(text)).contains(new PhoneNumber(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "-", "12 ext. 3", "1+2", "++1", "ask Bob", "1a"})
    void whatIsNotANumberIsNone(String text) {
        assertThat(PhoneNumber.of(text)).isEmpty();
    }

    @Test
    void nobodyHasANumberOfMoreThanFiftyDigits() {
        assertThat(PhoneNumber.of("1".repeat(50))).isPresent();
        assertThat(PhoneNumber.of("1".repeat(51))).isEmpty();
    }
}
