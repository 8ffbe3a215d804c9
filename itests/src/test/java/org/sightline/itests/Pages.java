package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;

/** Reads lists to their end, and makes sure that the pages keep their promises on the way. */
final class Pages {

    private Pages() {}

    /** Returns one field of all items; the path has a query already. */
    static List<String> all(Api api, String path, String field) {
        List<String> values = new ArrayList<>();
        Answer page = api.get(path).expect(200);
        values.addAll(page.items(field));
        while (page.json().path("has_more").asBoolean()) {
            page = api.get(path + "&page_token=" + token(page)).expect(200);
            assertThat(page.items(field)).as("a further page of %s", path).isNotEmpty();
            values.addAll(page.items(field));
        }
        assertThat(page.json().has("page_token"))
                .as("the last page of %s has a token", path)
                .isFalse();
        return values;
    }

    /** Tells of every item of a list, page by page; the path has a query already. */
    static void each(Api api, String path, Consumer<JsonNode> listener) {
        Answer page = api.get(path).expect(200);
        page.json().path("items").forEach(listener);
        while (page.json().path("has_more").asBoolean()) {
            page = api.get(path + "&page_token=" + token(page)).expect(200);
            page.json().path("items").forEach(listener);
        }
    }

    /** Returns the token of the next page, fit for a query. */
    static String token(Answer page) {
        return URLEncoder.encode(page.text("/page_token"), StandardCharsets.UTF_8);
    }
}
