package org.sightline.visibility.internal.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.trust.BruteForceAcross;
import org.sightline.testkit.world.TrustWorld;
import org.sightline.testkit.world.TrustWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.visibility.SightAcross;

/** The readable worlds of two tenants: who finds and who sees whom there, and that the slow and simple evaluator agrees. */
class GoldenAcrossTest {

    static List<TrustWorld> worlds() {
        return TrustWorlds.all();
    }

    @Test
    void thereAreWorlds() {
        assertThat(worlds()).hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void whoIsSeenIsAsStated(TrustWorld world) {
        compare(world.a(), world.b(), world.aFinds(), world.aBrowses());
        compare(world.b(), world.a(), world.bFinds(), world.bBrowses());
    }

    private static void compare(
            TenantState own, TenantState partner, Map<UserId, Set<UserId>> finds, Map<UserId, Set<UserId>> browses) {
        TenantSnapshot here = WorldSnapshot.tenant(own);
        TenantSnapshot there = WorldSnapshot.tenant(partner);
        SightAcross sight = new TrustSights().of(here, there);
        AcrossComparison comparison = new AcrossComparison();
        comparison.compare(new BruteForceAcross(own, partner), here, there, "slow and simple");
        assertThat(comparison.differences()).isEmpty();
        finds.forEach((viewer, expected) -> assertThat(
                        ids(there, sight.findableBy(here.directory().memberNumber(viewer))))
                .as("%s finds", viewer)
                .isEqualTo(expected));
        browses.forEach((viewer, expected) -> assertThat(
                        ids(there, sight.browsableBy(here.directory().memberNumber(viewer))))
                .as("%s browses", viewer)
                .isEqualTo(expected));
    }

    private static Set<UserId> ids(TenantSnapshot tenant, int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> tenant.directory().member(number).id())
                .collect(Collectors.toSet());
    }
}
