package org.sightline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list (docs/api.md, "Lists").
 *
 * @param <T>       the form of an item
 * @param items     this page
 * @param hasMore   whether another page follows
 * @param pageToken leads to the next page; absent on the last one
 */
public record PageJson<T>(
        List<T> items, boolean hasMore, @Nullable String pageToken) {

    /** Returns a list that has one page. */
    public static <T> PageJson<T> whole(List<T> items) {
        return new PageJson<>(items, false, null);
    }
}
