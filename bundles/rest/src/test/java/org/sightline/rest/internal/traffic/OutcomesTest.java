package org.sightline.rest.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.metrics.Timing;

class OutcomesTest {

    private final List<String> taken = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes((name, help, labels) -> this::series);

    private Timing.Series series(String... values) {
        return nanos -> taken.add(String.join(" ", values) + " " + nanos);
    }

    @Test
    void requestsAreCountedByOperationAndClassOfStatus() {
        RequestNote note = Requests.note("GET", "/api/v1/me");
        note.asksFor(new Operation("GET", "/api/v1/me"));

        outcomes.note(note, 200, 7);
        outcomes.note(note, 204, 8);
        outcomes.note(note, 404, 9);
        outcomes.note(Requests.note("BREW", "/coffee"), 405, 10);

        assertThat(taken)
                .containsExactly(
                        "GET /api/v1/me 2xx 7", "GET /api/v1/me 2xx 8", "GET /api/v1/me 4xx 9", "other none 4xx 10");
    }
}
