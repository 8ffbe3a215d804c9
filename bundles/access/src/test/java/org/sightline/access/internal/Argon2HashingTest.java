package org.sightline.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.access.internal.ProblemAssertions.problemOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;

class Argon2HashingTest {

    private static final PasswordRules RULES = new PasswordRules(8, 256);

    private final Argon2Hashing hashing = new Argon2Hashing(RULES, 8192, 2, 2, Duration.ofSeconds(30));

    @Test
    void writesParametersAndSaltIntoThePhcString() {
        String first = hashing.hash("/password", "correct horse");
        assertThat(first).startsWith("$argon2id$v=19$m=8192,t=2,p=1$").doesNotContain("horse");
        assertThat(hashing.hash("/password", "correct horse")).isNotEqualTo(first);
    }

    @Test
    void matchesOnlyTheRightPassword() {
        String hash = hashing.hash("/password", "gr\u00fcn gr\u00fcn");
        assertThat(hashing.matches("gr\u00fcn gr\u00fcn", hash)).isTrue();
        assertThat(hashing.matches("gru\u0308n gru\u0308n", hash)).isTrue();
        assertThat(hashing.matches("Gr\u00fcn gr\u00fcn", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
        assertThat(hashing.matches("x".repeat(5_000_000), hash)).isFalse();
    }

    @Test
    void matchesHashesOfOtherSettings() {
        String older = new Argon2Hashing(RULES, 9000, 3, 1, Duration.ofSeconds(30)).hash("/password", "correct horse");
        assertThat(hashing.matches("correct horse", older)).isTrue();
        assertThat(hashing.matches("wrong horse", older)).isFalse();
    }

    @Test
    void refusesWhenAllPlacesAreTaken() throws Exception {
        Argon2Hashing impatient = new Argon2Hashing(RULES, 64 * 1024, 8, 1, Duration.ZERO);
        int callers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<String>> outcomes = new ArrayList<>();
        try {
            for (int caller = 0; caller < callers; caller++) {
                outcomes.add(threads.submit(() -> outcome(impatient)));
            }
            List<String> words = new ArrayList<>();
            for (Future<String> outcome : outcomes) {
                words.add(outcome.get());
            }
            assertThat(words).contains("hashed", Codes.UNAVAILABLE);
        } finally {
            threads.shutdownNow();
        }
        assertThat(impatient.hash("/password", "place is free again")).isNotEmpty();
    }

    @Test
    void refusesSettingsThatWouldBeEasyToBreak() {
        assertThatThrownBy(() -> new Argon2Hashing(RULES, 1024, 2, 1, Duration.ZERO))
                .hasMessageContaining("hash_memory_kib");
        assertThatThrownBy(() -> new Argon2Hashing(RULES, 8192, 1, 1, Duration.ZERO))
                .hasMessageContaining("hash_iterations");
    }

    @Test
    void namesThePlaceOfAnUnacceptablePassword() {
        assertThat(problemOf(() -> hashing.hash("/primary_admin/password", "short"))
                        .faults())
                .singleElement()
                .matches(fault -> fault.pointer().equals("/primary_admin/password"));
    }

    private static String outcome(Argon2Hashing impatient) {
        try {
            impatient.hash("/password", "correct horse");
            return "hashed";
        } catch (ProblemException refusal) {
            return refusal.problem().code();
        }
    }
}
