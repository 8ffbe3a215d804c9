package org.sightline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sightline.directory.History;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.RestHarness.Answer;
import org.sightline.rest.internal.traffic.DecisionTimes;
import org.sightline.rest.internal.visibility.QuestionResource;
import org.sightline.testkit.trust.FixedVisibility;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Layer;
import org.sightline.visibility.VisibilityEngine;

/** Which state a question is answered from, and what is refused. */
class PastQuestionsTest {

    private static final String BASE = "api/v1/tenants/acme/visibility/";
    private static final Map<String, String> NONE = Map.of();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final DecisionTimes UNTIMED = new DecisionTimes((name, help, labels) -> values -> nanos -> {});

    /** At revision r the tenant has ten times r members, and everybody sees everybody. */
    private final NavigableMap<Long, TenantSnapshot> past = new TreeMap<>();

    private long oldest = 1;

    private final RestHarness rest = new RestHarness(0, snapshots -> new Object[] {
        new QuestionResource(
                new FixedVisibility(PastQuestionsTest::engine),
                (state, viewer, member, visible) -> {},
                new Past(),
                UNTIMED)
    });

    PastQuestionsTest() {
        for (long revision = 1; revision <= 7; revision++) {
            past.put(revision, FakeDirectory.snapshot("acme", revision, (int) revision * 10));
        }
        rest.snapshots.put(past.get(7L));
    }

    @Test
    void aRevisionIsAnsweredFromItsState() {
        Answer answer = rest.get(BASE + "sees/m0?at_revision=2&page_size=500", "primary", NONE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items")).hasSize(20);
        assertThat(answer.header("Sightline-Revision")).isEqualTo("2");
        assertThat(rest.get(BASE + "sees/m0?page_size=500", "primary", NONE).header("Sightline-Revision"))
                .isEqualTo("7");
    }

    @Test
    void anInstantIsAnsweredFromTheStateThen() {
        Answer answer = rest.get(BASE + "seen-by/m0?at=2026-03-01T13:03:30%2B01:00", "primary", NONE);

        assertThat(answer.header("Sightline-Revision")).isEqualTo("3");
        assertThat(answer.json().path("items")).hasSize(30);
    }

    @Test
    void whoWasNotThereThenIsNotFoundThen() {
        assertThat(rest.get(BASE + "sees/m25?at_revision=2", "primary", NONE).status())
                .isEqualTo(404);
        assertThat(verify("?at_revision=2", "m25").code()).isEqualTo(Codes.INVALID);
        assertThat(verify("?at_revision=3", "m25").header("Sightline-Revision")).isEqualTo("3");
        assertThat(verify("", "m25").header("Sightline-Revision")).isEqualTo("7");
    }

    @Test
    void pagesGoOnWithTheSameState() {
        Answer first = rest.get(BASE + "sees/m0?at_revision=4&page_size=30", "primary", NONE);
        String token = first.json().path("page_token").asText();
        Answer second = rest.get(
                BASE + "sees/m0?at_revision=4&page_size=30&page_token=" + token,
                "primary",
                Map.of("Sightline-At-Least", "7"));

        assertThat(first.json().path("items")).hasSize(30);
        assertThat(second.json().path("items")).hasSize(10);
        assertThat(second.json().path("has_more").asBoolean()).isFalse();
        assertThat(second.header("Sightline-Revision")).isEqualTo("4");
        assertThat(rest.get(BASE + "sees/m0?at_revision=3&page_size=30&page_token=" + token, "primary", NONE)
                        .code())
                .isEqualTo(Codes.PAGE_TOKEN_INVALID);
    }

    @Test
    void nonsenseIsRefused() {
        for (String query : List.of(
                "at_revision=0",
                "at_revision=-1",
                "at_revision=x",
                "at_revision=99999999999999999999",
                "at_revision=8",
                "at=yesterday",
                "at=2026-03-01",
                "at_revision=1&at=2026-03-01T12:00:00Z")) {
            Answer answer = rest.get(BASE + "sees/m0?" + query, "primary", NONE);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.code()).as(query).isEqualTo(Codes.INVALID);
        }
    }

    @Test
    void whatIsNotKeptAnyMoreIsGone() {
        Answer first = rest.get(BASE + "sees/m0?at_revision=4&page_size=30", "primary", NONE);
        String token = first.json().path("page_token").asText();
        oldest = 5;

        Answer gone = rest.get(BASE + "sees/m0?at_revision=4", "primary", NONE);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo(Codes.REVISION_NOT_RETAINED);
        assertThat(verify("?at_revision=4", "m1").status()).isEqualTo(410);
        assertThat(verify("?at=2026-03-01T12:04:30Z", "m1").status()).isEqualTo(410);
        assertThat(verify("?at_revision=5", "m1").status()).isEqualTo(200);
        Answer next = rest.get(BASE + "sees/m0?at_revision=4&page_size=30&page_token=" + token, "primary", NONE);
        assertThat(next.status()).isEqualTo(400);
        assertThat(next.code()).isEqualTo(Codes.PAGE_TOKEN_INVALID);
    }

    private Answer verify(String query, String target) {
        return rest.post(
                BASE + "verify" + query,
                "primary",
                "{\"subject_user_id\":\"m0\",\"object_user_id\":\"" + target + "\"}",
                new HashMap<>());
    }

    private static VisibilityEngine engine(TenantSnapshot snapshot) {
        int[] all = java.util.stream.IntStream.range(0, snapshot.directory().memberCount())
                .toArray();
        return (VisibilityEngine) java.lang.reflect.Proxy.newProxyInstance(
                VisibilityEngine.class.getClassLoader(),
                new Class<?>[] {VisibilityEngine.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "visibleTo", "viewersOf" -> all;
                    case "explain" -> new Decision(true, Layer.MAIN_RULE, List.of(), false, "seen", List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Revision r came r minutes after noon. */
    private final class Past implements History {

        @Override
        public TenantSnapshot at(TenantKey tenant, long revision) {
            if (revision >= 1 && revision < oldest) {
                throw Problem.of(ProblemKind.GONE, Codes.REVISION_NOT_RETAINED, "not kept")
                        .exception();
            }
            TenantSnapshot state = past.get(revision);
            if (state == null) {
                throw Problem.of(ProblemKind.INVALID, Codes.INVALID, "no such revision")
                        .exception();
            }
            return state;
        }

        @Override
        public TenantSnapshot at(TenantKey tenant, Instant instant) {
            return at(tenant, java.time.Duration.between(NOON, instant).toMinutes());
        }

        @Override
        public void keep(TenantSnapshot state) {
            past.put(state.revision(), state);
        }

        @Override
        public Optional<TenantSnapshot> kept(TenantKey tenant, long revision) {
            return Optional.ofNullable(past.get(revision));
        }

        @Override
        public void forgetBefore(TenantKey tenant, long revision) {
            oldest = revision;
        }
    }
}
