package org.sightline.rest.internal.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.directory.TenantSnapshot;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.FakeDirectory;
import org.sightline.visibility.Decision;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.model.VisibilityPolicy;

class PairReaderTest {

    @Test
    void decidesInTheOrderOfThePairs() {
        assertThat(decide("{\"pairs\":[" + pair("m1", "m2") + "," + pair("m2", "m1") + "," + pair("m1", "m1") + "]}"))
                .containsExactly(true, false, true);
    }

    @Test
    void takesTenThousandPairsAndNoMore() {
        assertThat(decide(pairs(10_000))).hasSize(10_000);
        assertThat(refusal(pairs(10_001)).faults().get(0).pointer()).isEqualTo("/pairs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pairs\":[{\"subject_user_id\":\"m1\"}]}|invalid|/pairs/0/object_user_id",
                "{\"pairs\":[{\"subject_user_id\":\"m1\",\"object_user_id\":\"zz\"}]}|invalid|/pairs/0/object_user_id",
                "{\"pairs\":[{\"subject_user_id\":\"no"
                        + " id\",\"object_user_id\":\"m1\"}]}|invalid|/pairs/0/subject_user_id",
                "{\"pairs\":[{\"subject_user_id\":1,\"object_user_id\":\"m1\"}]}|invalid|/pairs/0/subject_user_id",
                "{\"pairs\":[{\"subject_user_id\":null,\"object_user_id\":\"m1\"}]}|invalid|/pairs/0/subject_user_id",
                "{\"pairs\":[{\"subject\":\"m1\"}]}|unknown_field|/pairs/0/subject",
                "{\"pairs\":[1]}|invalid|/pairs/0",
                "{\"pairs\":{}}|invalid|/pairs",
                "{\"pairs\":null}|invalid|/pairs",
                "{}|invalid|/pairs",
                "{\"pears\":[]}|unknown_field|/pears",
                "[]|invalid|''",
                "null|invalid|''",
            })
    void pointsAtWhatIsWrong(String body, String code, String pointer) {
        Problem problem = refusal(body);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.faults().get(0).pointer()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "{\"pairs\":[", "{\"pairs\":[]", "{\"pairs\":[]}{}", "{\"pairs\":[],\"pairs\":[]}", "x"})
    void refusesWhatIsNoJson(String body) {
        assertThat(refusal(body).code()).isEqualTo("malformed_json");
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> pair("m1", "m2"))
                .collect(Collectors.joining(",", "{\"pairs\":[", "]}"));
    }

    private static String pair(String subject, String object) {
        return "{\"object_user_id\":\"" + object + "\",\"subject_user_id\":\"" + subject + "\"}";
    }

    private static Problem refusal(String body) {
        return catchThrowableOfType(ProblemException.class, () -> decide(body)).problem();
    }

    private static boolean[] decide(String body) {
        var directory = FakeDirectory.snapshot("acme", 1, 5).directory();
        return new PairReader(
                        new TenantSnapshot(directory, VisibilityPolicy.DEFAULT, 1),
                        new Upwards(),
                        (state, viewer, member, visible) -> {})
                .decide(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Everybody sees whoever came not before them. */
    private static final class Upwards implements VisibilityEngine {

        @Override
        public boolean sees(int viewer, int member) {
            return viewer <= member;
        }

        @Override
        public boolean seesDepartment(int viewer, int department) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Decision explain(int viewer, int member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Decision explainDepartment(int viewer, int department) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] visibleTo(int viewer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] viewersOf(int member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] departmentsVisibleTo(int viewer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int countVisibleIn(int viewer, int department) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int[] visibleOutside(int viewer) {
            throw new UnsupportedOperationException();
        }
    }
}
