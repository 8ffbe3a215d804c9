package org.sightline.visibility.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which main rule a tenant chose, and how it is set.
 *
 * @param type       a {@code MainRule.type()}
 * @param unitTypes  the unit types that count for {@code own_unit}; empty for all
 * @param parameters what the type's own schema allows: text, {@code Boolean}, {@code BigDecimal}, {@code List} and
 *                   {@code Map} of these, in the order given
 */
public record MainRuleChoice(String type, List<String> unitTypes, Map<String, Object> parameters) {

    /** Takes copies of the collections. */
    public MainRuleChoice {
        unitTypes = List.copyOf(unitTypes);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Returns a choice without unit types and parameters. */
    public static MainRuleChoice of(String type) {
        return new MainRuleChoice(type, List.of(), Map.of());
    }
}
