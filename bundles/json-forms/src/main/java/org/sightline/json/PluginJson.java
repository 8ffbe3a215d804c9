package org.sightline.json;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.plugins.PolicyInfo;
import org.sightline.visibility.MainRuleInfo;

/**
 * What a bundle offers to the server: a main rule, another policy, or a channel (docs/vendors.md).
 *
 * @param kind         what it decides or does
 * @param type         its id; the name of its class when its kind has no ids
 * @param label        a main rule's name in the reader's language, else in English, else its type
 * @param paramsSchema JSON Schema of a main rule's {@code params}
 * @param providedBy   symbolic name and version of the bundle it comes from
 * @param state        whether it serves
 * @param detail       why it does not serve, or what has failed last; absent when all is well
 * @param usedBy       the tenants whose policy names a main rule; absent for what serves all tenants
 */
public record PluginJson(
        @Schema(
                allowableValues = {
                    "main_rule",
                    "rule_quota",
                    "trust_quota",
                    "trust_policy",
                    "approval_policy",
                    "notification_channel"
                })
        String kind,

        String type,
        @Nullable String label,
        @Schema(types = "object") @Nullable Object paramsSchema,
        String providedBy,

        @Schema(allowableValues = {"serving", "outranked", "quarantined", "missing"})
        String state,

        @Nullable String detail,
        @Nullable List<String> usedBy) {

    /** Returns the form of a main rule. */
    public static PluginJson of(MainRuleInfo info, Locale reader) {
        MainRuleJson rule = MainRuleJson.forOperator(info, reader);
        return new PluginJson(
                "main_rule",
                rule.type(),
                rule.label(),
                rule.paramsSchema(),
                rule.providedBy(),
                rule.state(),
                rule.detail(),
                rule.usedBy());
    }

    /** Returns the form of another policy or a channel. */
    public static PluginJson of(PolicyInfo info, String providedBy) {
        return new PluginJson(
                info.kind().key(),
                info.id(),
                null,
                null,
                providedBy,
                info.state().key(),
                info.detail().isEmpty() ? null : info.detail(),
                null);
    }
}
