package org.sightline.itests.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON for tests; single quotes stand for double ones, so that bodies can be read. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(100_000_000)
                        .build());
    }

    private Json() {}

    /** Reads JSON; fails with the text when it is none. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }

    /** Writes a value as JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("cannot be written: " + value, broken);
        }
    }

    /** Returns a body written with single quotes, with arguments put in. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library of its own
    public static String of(String text, Object... arguments) {
        return text.formatted(arguments).replace('\'', '"');
    }
}
