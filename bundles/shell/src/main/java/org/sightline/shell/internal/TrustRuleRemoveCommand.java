package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.trust.CollaborationRules;
import org.sightline.visibility.model.RuleId;

/** Removes a collaboration rule. */
@Service
@Command(scope = "sightline", name = "trust-rule-remove", description = "Remove a collaboration rule")
public final class TrustRuleRemoveCommand extends PartyCommand {

    @Argument(index = 2, name = "rule_id", description = "The rule, as trust-show shows it", required = true)
    String ruleId = "";

    @Reference(optional = true)
    @Nullable
    CollaborationRules rules;

    @Override
    void run(PrintStream out) {
        RuleId rule = id("/rule_id", () -> new RuleId(ruleId));
        on(rules, "trusted-party").remove(tenant(), actor(), partner(), rule, Expectation.any());
        if (!json) {
            out.println("Removed.");
        }
    }
}
