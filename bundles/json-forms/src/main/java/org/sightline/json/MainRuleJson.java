package org.sightline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.visibility.MainRuleInfo;

/**
 * A main rule that a policy can choose (docs/concepts.md, "Main rules").
 *
 * @param type         its id, as policies name it
 * @param label        its name in the reader's language, else in English, else the type
 * @param paramsSchema JSON Schema of its {@code params}
 * @param providedBy   the bundle it comes from
 * @param state        {@code serving}, {@code outranked}, {@code quarantined} or {@code missing}
 * @param detail       why it does not serve; absent when it does
 * @param usedBy       tenants whose policy names it; absent where tenants may not know of each other
 */
public record MainRuleJson(
        String type,
        String label,
        @Schema(types = "object") @Nullable Object paramsSchema,
        String providedBy,

        @Schema(allowableValues = {"serving", "outranked", "quarantined", "missing"})
        String state,

        @Nullable String detail,
        @Nullable List<String> usedBy) {

    /** Returns the form of a main rule for the people of a tenant. */
    public static MainRuleJson of(MainRuleInfo info, Locale reader) {
        return form(info, reader, null);
    }

    /** Returns the form of a main rule for the operator, with the tenants that use it. */
    public static MainRuleJson forOperator(MainRuleInfo info, Locale reader) {
        return form(
                info,
                reader,
                info.usedBy().stream().map(TenantKey::value).sorted().toList());
    }

    private static MainRuleJson form(MainRuleInfo info, Locale reader, @Nullable List<String> usedBy) {
        return new MainRuleJson(
                info.type(),
                label(info, reader),
                schema(info.parametersSchema()),
                info.providedBy(),
                info.state().name().toLowerCase(Locale.ROOT),
                info.detail().isEmpty() ? null : info.detail(),
                usedBy);
    }

    private static String label(MainRuleInfo info, Locale reader) {
        Map<Locale, String> labels = info.labels();
        String exact = labels.get(reader);
        if (exact != null) {
            return exact;
        }
        String language = labels.get(Locale.forLanguageTag(reader.getLanguage()));
        if (language != null) {
            return language;
        }
        return labels.getOrDefault(Locale.ENGLISH, info.type());
    }

    private static @Nullable JsonNode schema(String text) {
        try {
            return text.isBlank() ? null : Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            // A vendor's mistake must not take the list down; without a schema nothing is promised about parameters.
            return null;
        }
    }
}
