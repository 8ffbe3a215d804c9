package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;

/** A tenant that takes members while there is room, and remembers which it has acknowledged. */
final class CrowdedTenant {

    private static final int LARGE_IMPORT = 60_000;

    private final Tenant tenant;
    private final String name;
    private final List<String> acknowledged = new ArrayList<>();

    /**
     * Begins with nobody but the first administrator.
     *
     * @param name of all who are added one by one; the longer, the more room they need
     */
    CrowdedTenant(Tenant tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    /** Returns the first administrator. */
    Api primary() {
        return tenant.primary();
    }

    String path() {
        return tenant.path();
    }

    /** Returns how many were acknowledged. */
    int size() {
        return acknowledged.size();
    }

    /** Tries to add a member. */
    Answer add(String id) {
        Answer answer =
                tenant.primary().post(tenant.path() + "/users", Json.of("{'user_id':'%s','name':'%s'}", id, name));
        if (answer.status() == 201) {
            acknowledged.add(id);
        }
        return answer;
    }

    /** Fails unless an import that needs much room is refused, and the sender told to come again. */
    void assertRefusesLargeImport() {
        String lines = IntStream.range(0, LARGE_IMPORT)
                .mapToObj(i -> Json.of("{'kind':'user','user_id':'i%s','name':'Imported member number %s'}", i, i))
                .collect(Collectors.joining("\n"));
        Answer refused = tenant.primary()
                .send("POST", tenant.path() + "/directory/import", "application/x-ndjson", lines)
                .expectProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    /** Fails unless exactly who was acknowledged is there. */
    void assertNothingIsLost() {
        List<String> expected = new ArrayList<>(List.of(Tenant.PRIMARY));
        expected.addAll(acknowledged);
        assertThat(Pages.all(tenant.primary(), tenant.path() + "/users?page_size=500", "user_id"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
