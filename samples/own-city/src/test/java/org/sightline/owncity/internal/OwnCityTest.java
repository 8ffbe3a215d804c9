package org.sightline.owncity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.Membership;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Profile;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.spi.Sight;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.VisibilityPolicy;

class OwnCityTest {

    private final OwnCity rule = new OwnCity();

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

    @Test
    void takesNoParameters() {
        MainRuleChoice plain = MainRuleChoice.of("own_city");
        MainRuleChoice withParameter = new MainRuleChoice("own_city", List.of(), Map.of("radius", "5"));
        assertThat(rule.check(plain, directory("Osaka"))).isEmpty();
        assertThat(rule.check(withParameter, directory("Osaka")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/params"));
    }

    private Sight.Keys keys(String... cities) {
        Sight sight = rule.sight(MainRuleChoice.of("own_city"), directory(cities));
        assertThat(sight).isInstanceOf(Sight.ByKeys.class);
        return ((Sight.ByKeys) sight).keys();
    }

    private static DirectorySnapshot directory(String... cities) {
        List<Member> members = new ArrayList<>();
        for (String city : cities) {
            members.add(new Member(
                    new UserId("m" + members.size()),
                    "Somebody",
                    new Profile(null, null, null, null, null, city, null),
                    List.of(new Membership(DepartmentId.ROOT, 0)),
                    Map.of(),
                    MemberStatus.ACTIVE));
        }
        Department root = new Department(DepartmentId.ROOT, "All", null, 0, List.of());
        Tenant tenant = new Tenant(new TenantKey("t"), "All", Plan.PRO, ZoneOffset.UTC, null, Locale.ENGLISH, true);
        return WorldSnapshot.of(new TenantState(
                tenant,
                1,
                List.of(root),
                members,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                VisibilityPolicy.DEFAULT,
                1));
    }
}
