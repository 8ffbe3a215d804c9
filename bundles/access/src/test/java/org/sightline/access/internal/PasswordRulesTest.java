package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.access.internal.ProblemAssertions.problemOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(8, 256);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567",
                "tab\tinside",
                "line\nbreak",
                "nul\0inside",
                "half \uD83D of a character",
                "c1\u0085control"
            })
    void refusesShortPasswordsAndControlCharacters(String password) {
        assertThat(problemOf(() -> rules.accepted("/primary_admin/password", password))
                        .faults())
                .singleElement()
                .extracting(Fault::pointer, Fault::code)
                .containsExactly("/primary_admin/password", Codes.INVALID);
    }

    @Test
    void acceptsTheLongestAndRefusesOneMore() {
        assertThat(rules.accepted("/password", "x".repeat(256))).hasSize(256);
        assertThat(problemOf(() -> rules.accepted("/password", "x".repeat(257))).detail())
                .isEqualTo("a password has 8 to 256 characters");
        assertThat(problemOf(() -> rules.accepted("/password", "x".repeat(10_000_000)))
                        .code())
                .isEqualTo(Codes.INVALID);
    }

    @Test
    void countsCharactersNotUnits() {
        String smiles = "\uD83D\uDE00".repeat(256);
        assertThat(rules.accepted("/password", smiles)).isEqualTo(smiles);
        assertThat(problemOf(() -> rules.accepted("/password", "\uD83D\uDE00".repeat(7))))
                .isNotNull();
    }

    @Test
    void composesWhatTheKeyboardDecomposed() {
        assertThat(rules.accepted("/password", "gru\u0308n gru\u0308n")).isEqualTo("gr\u00fcn gr\u00fcn");
        assertThat(rules.accepted("/password", "u\u0308\u0304".repeat(256))).hasSize(256);
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> new PasswordRules(0, 10)).hasMessageContaining("password_min_length");
        assertThatThrownBy(() -> new PasswordRules(12, 10)).hasMessageContaining("password_max_length");
        assertThatThrownBy(() -> new PasswordRules(8, 100_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
