package org.sightline.listedpartners.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.spi.TrustVerdict;

class ListedPartnersTest {

    private static final Tenant NORTH = tenant("north");
    private static final Tenant LIGHT = tenant("light");
    private static final Tenant OTHER = tenant("other");

    private static Tenant tenant(String key) {
        return new Tenant(new TenantKey(key), key, Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
    }

    @Test
    void twoListedOnesMayConnect() {
        ListedPartners policy = new ListedPartners(" north,light ,");
        assertThat(policy.judge(NORTH, LIGHT)).isEqualTo(TrustVerdict.ALLOWED);
        assertThat(policy.judge(LIGHT, NORTH)).isEqualTo(TrustVerdict.ALLOWED);
    }

    @Test
    void anybodyElseMayNot() {
        ListedPartners policy = new ListedPartners("north,light");
        assertThat(policy.judge(NORTH, OTHER)).isInstanceOf(TrustVerdict.Refused.class);
        assertThat(policy.judge(OTHER, LIGHT)).isInstanceOf(TrustVerdict.Refused.class);
    }

    @Test
    void withoutAListNobodyMay() {
        assertThat(new ListedPartners("").judge(NORTH, LIGHT)).isInstanceOf(TrustVerdict.Refused.class);
    }
}
