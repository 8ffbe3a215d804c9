package org.sightline.itests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server said.
 *
 * @param request method and path, for messages
 * @param status  the status code
 * @param headers the headers
 * @param body    the body as text
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final int SHOWN = 1500;

    /** Fails unless the status is this one; returns this. */
    public Answer expect(int expected) {
        assertThat(status)
                .as("status of %s, which answered: %s", request, shortBody())
                .isEqualTo(expected);
        return this;
    }

    /** Fails unless this is a problem document with this status and code; returns this. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type")).as("content type of %s", request).startsWith("application/problem+json");
        assertThat(text("/code"))
                .as("code of %s, which answered: %s", request, shortBody())
                .isEqualTo(code);
        assertThat(json().path("status").asInt())
                .as("status in the body of %s", request)
                .isEqualTo(expected);
        assertThat(text("/title")).as("title in the body of %s", request).isNotBlank();
        return this;
    }

    /** Fails unless the problem document has a fault at this pointer; returns this. */
    public Answer expectFault(String pointer) {
        List<String> pointers = new ArrayList<>();
        json().path("errors")
                .forEach(fault -> pointers.add(fault.path("pointer").asText()));
        assertThat(pointers)
                .as("pointers of %s, which answered: %s", request, shortBody())
                .contains(pointer);
        return this;
    }

    /** Returns the body as JSON. */
    public JsonNode json() {
        return Json.read(body);
    }

    /** Returns the text at a JSON Pointer; fails when there is none. */
    public String text(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isMissingNode())
                .as("%s in %s, which answered: %s", pointer, request, shortBody())
                .isFalse();
        return node.asText();
    }

    /** Returns the values of one field of all items of a list. */
    public List<String> items(String field) {
        assertThat(json().path("items").isArray())
                .as("`items` in %s, which answered: %s", request, shortBody())
                .isTrue();
        List<String> values = new ArrayList<>();
        json().path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    /** Returns a header; empty when it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Returns the revision that the answer holds for. */
    public long revision() {
        assertThat(header("Sightline-Revision"))
                .as("Sightline-Revision of %s", request)
                .isNotEmpty();
        return Long.parseLong(header("Sightline-Revision"));
    }

    /** Returns the entity tag. */
    public String etag() {
        assertThat(header("ETag")).as("ETag of %s", request).isNotEmpty();
        return header("ETag");
    }

    private String shortBody() {
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }
}
