package org.sightline.rest.internal.health;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.store.StoreUnavailableException;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRules;

/** Looks whether every main rule serves that a policy names. */
@Component
public final class MainRulesCheck implements HealthCheck {

    private final MainRules rules;

    /** Creates the check. */
    @Activate
    public MainRulesCheck(@Reference MainRules rules) {
        this.rules = rules;
    }

    @Override
    public String part() {
        return "main_rules";
    }

    @Override
    public Health look() {
        try {
            List<String> lacking = rules.list().stream()
                    .filter(MainRulesCheck::isLacking)
                    .map(MainRulesCheck::sentence)
                    .toList();
            return lacking.isEmpty() ? Health.UP : Health.degraded(String.join("; ", lacking));
        } catch (StoreUnavailableException e) {
            // Part `store` says why.
            return Health.degraded("which rules the tenants use is not known until the database answers");
        }
    }

    private static boolean isLacking(MainRuleInfo info) {
        return info.state() == MainRuleInfo.State.MISSING || info.state() == MainRuleInfo.State.QUARANTINED;
    }

    // Tenants are counted, not named: anybody may ask for the health, and GET /operator/plugins names them.
    private static String sentence(MainRuleInfo info) {
        String what = info.state() == MainRuleInfo.State.MISSING ? "no bundle offers `" : "quarantined: `";
        return what + info.type() + "`, `nobody` serves instead for "
                + info.usedBy().size() + " tenant(s)";
    }
}
