package org.sightline.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sightline.problem.ProblemException;

/**
 * Reads and writes JSON, strictly (docs/api.md, "JSON"): names in {@code snake_case}, unknown and repeated fields
 * refused, no value taken for one of another type, times as RFC 3339 in UTC, optional fields absent rather than null,
 * members always in the same order.
 */
public final class Json {

    /** How many objects and lists may lie within each other. */
    public static final int MAX_DEPTH = 100;

    /** How many characters a text may have. */
    public static final int MAX_TEXT_LENGTH = 262_144;

    /** How many characters a number may have. */
    public static final int MAX_NUMBER_LENGTH = 100;

    /** How many characters the name of a field may have. */
    public static final int MAX_NAME_LENGTH = 1_000;

    private static final ObjectMapper MAPPER = strictMapper();

    private Json() {}

    /** Returns the one mapper, safe for any number of threads; callers must not reconfigure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads one value.
     *
     * @param content UTF-8
     * @throws ProblemException {@code malformed_json}, {@code unknown_field} or {@code invalid}, see {@link JsonProblems}
     */
    public static <T> T read(byte[] content, Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(content)) {
            return read(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one value.
     *
     * @throws ProblemException as {@link #read(byte[], Class)}
     */
    public static <T> T read(String content, Class<T> type) {
        try (JsonParser parser = MAPPER.createParser(content)) {
            return read(parser, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one value.
     *
     * @param content UTF-8; read to its end, not closed
     * @throws IOException when the content cannot be read to its end
     * @throws ProblemException as {@link #read(byte[], Class)}
     */
    public static <T> T read(InputStream content, Class<T> type) throws IOException {
        try (JsonParser parser = MAPPER.createParser(content)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return read(parser, type);
        }
    }

    /**
     * Binds a tree, such as the outcome of a merge patch, as strictly as text.
     *
     * @throws ProblemException {@code unknown_field} or {@code invalid}
     */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        try {
            T value = MAPPER.treeToValue(tree, type);
            if (value == null) {
                throw JsonProblems.nothing().exception();
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e), e);
        }
    }

    /** Returns the JSON text of a value. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
        }
    }

    /** Returns the JSON text of a value in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form for " + value.getClass(), e);
        }
    }

    /** Returns a value as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static <T> T read(JsonParser parser, Class<T> type) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw JsonProblems.empty().exception();
            }
            T value = MAPPER.readValue(parser, type);
            if (value == null) {
                throw JsonProblems.nothing().exception();
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e), e);
        } catch (java.io.CharConversionException e) {
            throw new ProblemException(JsonProblems.notUtf8(), e);
        }
    }

    private static ObjectMapper strictMapper() {
        SimpleModule texts = new SimpleModule("texts").addDeserializer(String.class, new WholeText());
        ObjectMapper mapper = JsonMapper.builder(factory())
                .addModule(new JavaTimeModule())
                .addModule(texts)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // 5.0 stays 5.0: what a caller wrote is what a caller reads.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .withCoercionConfig(LogicalType.Textual, coercion -> coercion.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
        return mapper;
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                // Names of fields come from callers, so keeping them for good would fill the memory.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                .build();
    }
}
