package org.sightline.owncity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.conformance.Organisation;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

class OwnCityTest {

    @Test
    void membersOfOneCityShareAKey() {
        Sight.Keys keys = keys("Osaka", "Kyoto", "osaka ");
        assertThat(keys.ofViewer(0)).hasSize(1).isEqualTo(keys.ofMember(2));
        assertThat(keys.ofViewer(0)).isNotEqualTo(keys.ofMember(1));
    }

    @Test
    void whoHasNoCityHasNoKey() {
        Sight.Keys keys = keys("Osaka", null);
        assertThat(keys.ofViewer(1)).isEmpty();
        assertThat(keys.ofMember(1)).isEmpty();
    }

    @Test
    void departmentsHaveNoKey() {
        assertThat(keys("Osaka").ofDepartment(0)).isEmpty();
    }

    private static Sight.Keys keys(String... cities) {
        Organisation organisation = new Organisation();
        for (int number = 0; number < cities.length; number++) {
            String city = cities[number];
            organisation.member("m" + number, known -> known.city(city));
        }
        Sight sight = new OwnCity().sight(MainRuleChoice.of("own_city"), organisation.snapshot());
        assertThat(sight).isInstanceOf(Sight.ByKeys.class);
        return ((Sight.ByKeys) sight).keys();
    }
}
