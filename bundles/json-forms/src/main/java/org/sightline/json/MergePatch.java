package org.sightline.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** JSON Merge Patch (RFC 7396): what is named is replaced, null removes, what is not named stays. */
public final class MergePatch {

    private MergePatch() {}

    /** Returns the target with the patch applied; neither of the two is changed. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode merged = target instanceof ObjectNode present
                ? present.deepCopy()
                : Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                merged.remove(name);
            } else {
                merged.set(name, apply(merged.path(name), change.getValue()));
            }
        }
        return merged;
    }

    /**
     * Returns a form with a patch applied.
     *
     * @param present    the form as it is
     * @param patch      what the caller sent
     * @param type       the form's class
     * @param immutable  names of fields that must come out as they were
     * @throws org.sightline.problem.ProblemException {@code immutable_field}, {@code unknown_field}, {@code invalid}
     */
    public static <T> T apply(T present, JsonNode patch, Class<T> type, String... immutable) {
        JsonNode before = Json.tree(present);
        return Json.bind(checked(before, patch, immutable), type);
    }

    /** Returns the merged tree after making sure that the patch is an object and leaves what cannot change. */
    static JsonNode checked(JsonNode before, JsonNode patch, String... immutable) {
        if (!patch.isObject()) {
            throw Problem.invalid("", Codes.INVALID, "a merge patch must be an object")
                    .exception();
        }
        JsonNode after = withUnknown(apply(before, patch), patch);
        for (String name : immutable) {
            if (!before.path(name).equals(after.path(name))) {
                throw Problem.invalid(
                                "/" + Faults.escaped(name), Codes.IMMUTABLE_FIELD, "`" + name + "` cannot be changed")
                        .exception();
            }
        }
        return after;
    }

    /** Keeps the nulls that took nothing away, so that a name that no form has is refused and not passed over. */
    private static JsonNode withUnknown(JsonNode merged, JsonNode patch) {
        ObjectNode all = merged.deepCopy();
        patch.properties().stream()
                .filter(change -> change.getValue().isNull())
                .forEach(change -> all.putNull(change.getKey()));
        return all;
    }
}
