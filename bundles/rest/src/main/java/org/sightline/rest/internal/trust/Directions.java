package org.sightline.rest.internal.trust;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.rest.internal.answer.Query;
import org.sightline.trust.model.RequestState;

/** Reads which requests or removals a list is to hold. */
final class Directions {

    private Directions() {}

    /** Returns whether only outgoing ones are wanted, or only incoming ones; null for both. */
    static @Nullable Boolean outgoing(@Nullable String direction) {
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case "outgoing" -> true;
            case "incoming" -> false;
            default ->
                throw Query.invalid("direction", "must be `incoming` or `outgoing`")
                        .exception();
        };
    }

    /** Returns the state that is wanted; null for any. */
    static @Nullable RequestState state(@Nullable String text) {
        return Query.value("state", text, key -> Arrays.stream(RequestState.values())
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(RequestState.values())
                                .map(state -> "`" + state.key() + "`")
                                .collect(Collectors.joining(", ")))));
    }
}
