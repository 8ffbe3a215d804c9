package org.sightline.storage.internal.tables;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.json.Json;

/** Free values as JSON text in one column; null for empty ones. */
final class StoredJson {

    private StoredJson() {}

    static @Nullable String text(Map<String, ?> values) {
        return values.isEmpty() ? null : Json.text(values);
    }

    static @Nullable String text(List<String> values) {
        return values.isEmpty() ? null : Json.text(values);
    }

    static List<String> texts(@Nullable String json) {
        List<String> texts = new ArrayList<>();
        if (json != null) {
            tree(json).forEach(each -> texts.add(each.textValue()));
        }
        return texts;
    }

    /** Reads an object of texts without building a tree, for members are read by the million. */
    static Map<String, String> textsByName(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        try (JsonParser parser = Json.mapper().getFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                texts.put(parser.currentName(), parser.nextTextValue());
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored text is not the JSON it was", e);
        }
    }

    /** Reads an object of free values in the model's terms, in the order given. */
    static Map<String, Object> values(@Nullable String json) {
        return json == null ? Map.of() : object(tree(json));
    }

    /** Reads a list of objects of free values. */
    static List<Map<String, Object>> objects(String json) {
        List<Map<String, Object>> objects = new ArrayList<>();
        tree(json).forEach(each -> objects.add(object(each)));
        return objects;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored text is not the JSON it was", e);
        }
    }

    private static Map<String, Object> object(JsonNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(each -> list.add(value(each)));
                yield list;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.decimalValue();
            default -> node.textValue();
        };
    }
}
