package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.sightline.itests.http.Answer;

/** What health says while the database is away. */
final class StoreHealth {

    private StoreHealth() {}

    /** Fails unless the answer names the store as what is missing, and knows of every part how it is. */
    static void assertAway(Answer ready) {
        JsonNode parts = ready.expect(503).json().path("components");
        JsonNode store = StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.path("name").asText().equals("store"))
                .findAny()
                .orElseThrow();
        assertThat(store.path("state").asText()).isEqualTo("down");
        // A database that is silent instead of refusing is found by the time it takes.
        assertThat(store.path("detail").asText()).contains("does not answer");
        assertThat(ready.body()).doesNotContain("cannot be examined");
    }
}
