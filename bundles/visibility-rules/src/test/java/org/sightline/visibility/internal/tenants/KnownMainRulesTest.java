package org.sightline.visibility.internal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.StateChange.PutPolicy;
import org.sightline.store.StateChange.PutTenant;
import org.sightline.store.TenantCommit;
import org.sightline.testkit.store.InMemoryTenantStore;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRuleInfo.State;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.model.DisplayOrder;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

/** Which tenants use which main rule, asked right after a start. */
class KnownMainRulesTest {

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final RegisteredMainRules registered = new RegisteredMainRules(Duration.ofSeconds(5));
    private final KnownMainRules known =
            new KnownMainRules(registered, new CompiledVisibility(registered, 10_000), store);

    @Test
    void namesTenantsNobodyHasAskedAbout() {
        add("north", "own_city");
        add("east", "own_city");

        List<MainRuleInfo> rules = known.list();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.type()).isEqualTo("own_city");
            assertThat(rule.state()).isEqualTo(State.MISSING);
            assertThat(rule.usedBy()).containsExactly(new TenantKey("east"), new TenantKey("north"));
        });
    }

    private void add(String key, String mainRule) {
        TenantKey tenant = new TenantKey(key);
        VisibilityPolicy policy =
                new VisibilityPolicy(MainRuleChoice.of(mainRule), List.of(), DisplayOrder.DEPARTMENTS_FIRST);
        store.commit(List.of(new TenantCommit(
                tenant,
                0,
                List.of(
                        new PutTenant(new Tenant(tenant, key, Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true)),
                        new PutPolicy(policy)),
                List.of())));
    }
}
