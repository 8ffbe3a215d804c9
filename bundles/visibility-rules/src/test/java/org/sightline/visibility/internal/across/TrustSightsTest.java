package org.sightline.visibility.internal.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.store.TenantState;
import org.sightline.testkit.world.TrustWorld;
import org.sightline.testkit.world.TrustWorlds;
import org.sightline.testkit.world.WorldSnapshot;
import org.sightline.trust.model.TrustChange;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;
import org.sightline.visibility.model.RuleId;

/** How long what is compiled serves, and what is said about it. */
class TrustSightsTest {

    private final TrustSights sights = new TrustSights();
    private final TrustWorld world = world("partial-access");
    private final TenantSnapshot own = WorldSnapshot.tenant(world.a());
    private final TenantSnapshot partner = WorldSnapshot.tenant(world.b());

    private static TrustWorld world(String name) {
        return TrustWorlds.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TenantSnapshot with(TenantSnapshot plain, TenantState state, List<TrustChange> changes) {
        TrustState trust = state.trust().with(changes);
        return new TenantSnapshot(
                plain.directory(), plain.policy(), plain.policyRevision(), trust, plain.operatorAccess());
    }

    private TrustDecision explain(TenantSnapshot here, TenantSnapshot there, String viewer, String target) {
        int number = here.directory().memberNumber(new UserId(viewer));
        return sights.of(here, there).explain(number, new UserId(target));
    }

    @Test
    void theSameSightServesWhileNothingIsDifferent() {
        SightAcross sight = sights.of(own, partner);

        assertThat(sights.of(own, partner)).isSameAs(sight);
        TenantSnapshot again = new TenantSnapshot(
                partner.directory(), partner.policy(), 99, world.b().trust(), null);
        assertThat(sights.of(own, again)).isSameAs(sight);
        TenantSnapshot sameWords = with(
                own,
                world.a(),
                List.of(new TrustChange.PutSettings(world.a().trust().settings())));
        assertThat(sights.of(sameWords, partner)).as("equal, in another object").isSameAs(sight);
    }

    @Test
    void whatIsChangedIsSeenAtOnceAndOlderStatesAreAnsweredAsTheyWere() {
        SightAcross before = sights.of(own, partner);
        int one = own.directory().memberNumber(new UserId("one"));
        TenantSnapshot without =
                with(own, world.a(), List.of(new TrustChange.RemoveRule(new TenantKey("b"), new RuleId("sales-lab"))));

        assertThat(before.findableBy(one)).hasSize(3);
        assertThat(sights.of(without, partner).findableBy(one)).hasSize(1);
        assertThat(sights.of(own, partner)).isSameAs(before);
    }

    @Test
    void nobodySeesAnybodyWhenOneHalfIsMissingOrIsOfAnotherRelation() {
        TenantSnapshot alone = with(partner, world.b(), List.of(new TrustChange.RemoveParty(new TenantKey("a"))));
        int one = own.directory().memberNumber(new UserId("one"));

        SightAcross sight = sights.of(own, alone);

        assertThat(sight.findableBy(one)).isEmpty();
        assertThat(sight.browsesAnybody(one)).isFalse();
        assertThat(sight.structure().seesDepartment(one, 0)).isFalse();
        assertThat(explain(own, alone, "one", "lea").explanation())
                .isEqualTo("`one` does not see `lea` of `b`. `a` and `b` do not trust each other.");
        assertThat(sights.of(own, partner).findableBy(one)).as("a new relation").hasSize(3);
    }

    @Test
    void tenantsThatAreGoneAreForgotten() {
        SightAcross sight = sights.of(own, partner);
        sights.keepOnly(Set.of(new TenantKey("a")));

        assertThat(sights.of(own, partner)).isNotSameAs(sight);
    }

    @Test
    void theDecisionIsToldInWords() {
        assertThat(explain(own, partner, "one", "lea").explanation())
                .isEqualTo("`one` finds `lea` of `b` by search and sees them in the structure."
                        + " The two are joined by `sales-lab`.");
        assertThat(explain(own, partner, "two", "lea").explanation())
                .isEqualTo("`two` does not see `lea` of `b`. No collaboration rule of `a` has `two` among its"
                        + " subjects and `lea` among its objects.");
        String nobody = explain(own, partner, "one", "nobody").explanation();
        assertThat(nobody)
                .isEqualTo("`one` does not see `nobody` of `b`. `b` shares no active member `nobody` with `a`.");
    }

    @Test
    void whatIsNotSharedIsToldLikeWhatIsNotThere() {
        TrustWorld shrunken = world("shrunken-scope");
        TenantSnapshot here = WorldSnapshot.tenant(shrunken.a());
        TenantSnapshot there = WorldSnapshot.tenant(shrunken.b());

        TrustDecision hidden = explain(here, there, "ann", "eve");
        TrustDecision absent = explain(here, there, "ann", "nobody");

        assertThat(hidden.explanation().replace("`eve`", "`?`"))
                .isEqualTo(absent.explanation().replace("`nobody`", "`?`"));
        assertThat(hidden.checks()).isEqualTo(absent.checks());
        assertThat(hidden.rules()).isEmpty();
        assertThat(explain(here, there, "abe", "lou").explanation())
                .isEqualTo("`abe` does not see `lou` of `b`. `abe` is not among those whom `a` shares with `b`."
                        + " The two are joined by `both`.");
        TenantState blind = shrunken.b().withTrust(TrustState.EMPTY);
        assertThat(explain(here, WorldSnapshot.tenant(blind), "ann", "eve").rules())
                .isEmpty();
    }

    @Test
    void oneGrantWithoutTheOtherIsToldApart() {
        TrustWorld search = world("search-only");
        TenantSnapshot here = WorldSnapshot.tenant(search.a());
        TenantSnapshot there = WorldSnapshot.tenant(search.b());

        assertThat(explain(here, there, "ann", "bob").explanation())
                .isEqualTo("`ann` finds `bob` of `b` by search, but does not see them in the structure."
                        + " `b` does not show `a` its structure. The two are joined by `all`.");
        assertThat(explain(here, there, "sue", "bob").explanation())
                .contains("`sue` is not active.")
                .contains("`sue` is not among those whom `a` shares with `b`.");
    }
}
