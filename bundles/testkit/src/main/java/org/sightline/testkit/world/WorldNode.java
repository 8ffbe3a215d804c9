package org.sightline.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping of a world's file. */
record WorldNode(Map<?, ?> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    @Nullable
    String textOrNull(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    String text(String key, String otherwise) {
        String text = textOrNull(key);
        return text == null ? otherwise : text;
    }

    String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw new IllegalArgumentException("`" + key + "` is missing in " + values);
        }
        return text;
    }

    List<String> texts(String key) {
        return list(key).stream().map(String::valueOf).toList();
    }

    WorldNode node(String key) {
        return new WorldNode(values.get(key) instanceof Map<?, ?> map ? map : Map.of());
    }

    <T> List<T> each(String key, Function<WorldNode, T> read) {
        List<T> found = new ArrayList<>();
        for (Object value : list(key)) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("`" + key + "` holds " + value + ", which is no mapping");
            }
            found.add(read.apply(new WorldNode(map)));
        }
        return found;
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("`" + key + "` is " + value + ", which is no list");
        }
        return list;
    }
}
