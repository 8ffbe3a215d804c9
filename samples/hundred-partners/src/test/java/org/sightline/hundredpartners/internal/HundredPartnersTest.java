package org.sightline.hundredpartners.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;

class HundredPartnersTest {

    private final HundredPartners policy = new HundredPartners();

    private static Tenant on(Plan plan) {
        return new Tenant(new TenantKey("acme"), "Acme", plan, ZoneOffset.UTC, null, Locale.ENGLISH, true);
    }

    @Test
    void enterprisesMayHaveAHundred() {
        assertThat(policy.trustedParties(on(Plan.ENTERPRISE))).hasValue(100);
    }

    @ParameterizedTest
    @EnumSource(value = Plan.class, mode = EnumSource.Mode.EXCLUDE, names = "ENTERPRISE")
    void hasNoOpinionOnOthers(Plan plan) {
        assertThat(policy.trustedParties(on(plan))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Plan.class)
    void leavesTheNumberOfRulesAlone(Plan plan) {
        assertThat(policy.supplementaryRules(on(plan))).isEmpty();
    }
}
