package org.sightline.visibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.directory.model.TenantKey;

/**
 * What is known of one registered main rule.
 *
 * @param type             its id
 * @param labels           its name by language
 * @param parametersSchema JSON Schema of its parameters
 * @param providedBy       symbolic name and version of the bundle it comes from
 * @param state            whether it serves
 * @param detail           why it does not serve; empty when it does
 * @param usedBy           the tenants whose policy names it
 */
public record MainRuleInfo(
        String type,
        Map<Locale, String> labels,
        String parametersSchema,
        String providedBy,
        State state,
        String detail,
        List<TenantKey> usedBy) {

    /** Whether a registered main rule serves. */
    public enum State {
        /** Asked for decisions. */
        SERVING,
        /** Another one with the same id and a higher ranking serves. */
        OUTRANKED,
        /** Threw or overran its time limit; the fallback serves. */
        QUARANTINED,
        /** No bundle offers it although a tenant's policy names it; the fallback serves. */
        MISSING
    }

    /** Takes copies of the collections. */
    public MainRuleInfo {
        labels = Map.copyOf(labels);
        usedBy = List.copyOf(usedBy);
    }
}
