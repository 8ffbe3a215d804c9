package org.sightline.visibility.internal.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.sightline.audit.Actor;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.ProblemException;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.testkit.store.InMemoryShadowStore;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.PreviewResult.Pair;
import org.sightline.visibility.ShadowReport;
import org.sightline.visibility.internal.VendorRule;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;
import org.sightline.visibility.internal.policy.OneTenant;
import org.sightline.visibility.internal.policy.RuleQuotas;
import org.sightline.visibility.internal.policy.SnapshotPolicies;
import org.sightline.visibility.model.MainRuleChoice;

/** Candidates are compared, fail, go and come back, and change no answer. */
class ShadowTest {

    private static final int ANN = 0;
    private static final int BOB = 1;
    private static final String TYPE = "candidate";
    private static final Actor ACTOR = Actor.SYSTEM;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofMillis(300));
    private final InMemoryShadowStore store = new InMemoryShadowStore();
    private final Comparing comparing = new Comparing(mainRules, store);
    private final OneTenant tenant = new OneTenant();
    private final SnapshotShadows shadows = new SnapshotShadows(
            tenant,
            new SnapshotPolicies(tenant, tenant, mainRules, new RuleQuotas()),
            comparing,
            Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"), ZoneOffset.UTC));

    private final MainRule open = VendorRule.open(TYPE);
    private long services;

    @BeforeEach
    void registerCandidate() {
        add(open);
    }

    @AfterEach
    void stopComparing() {
        comparing.stop();
    }

    private void add(MainRule rule) {
        mainRules.add(rule, Map.of(Constants.SERVICE_ID, ++services), "vendor 1.0");
    }

    private ShadowReport report() {
        return shadows.report(tenant.current(Worlds.KEY));
    }

    private TenantSnapshot put() {
        shadows.put(Worlds.KEY, ACTOR, MainRuleChoice.of(TYPE));
        return tenant.current(Worlds.KEY);
    }

    private void awaitCompared(long count) {
        await(count + " compared").until(() -> report().compared() == count);
    }

    @Test
    void whatWouldChangeIsCountedAndNamed() {
        TenantSnapshot state = put();
        comparing.answered(state, ANN, BOB, false);
        comparing.answered(state, BOB, ANN, true);
        comparing.answered(state, BOB, BOB, true);
        awaitCompared(2);

        assertThat(report().wouldGain()).isEqualTo(1);
        assertThat(report().wouldLose()).isZero();
        assertThat(report().gained()).containsExactly(new Pair(new UserId("ann"), new UserId("bob")));
        assertThat(report().state()).isEqualTo(ShadowReport.State.COMPARING);
        assertThat(report().shadow().since()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
    }

    @Test
    void countsOutliveTheServer() {
        comparing.answered(put(), ANN, BOB, false);
        awaitCompared(1);
        comparing.stop();

        assertThat(store.tally(Worlds.KEY, report().shadow().since()).gained()).isEqualTo(1);
    }

    @Test
    void theSameCandidateGoesOnAndAnotherStartsAnew() {
        comparing.answered(put(), ANN, BOB, false);
        awaitCompared(1);
        put();
        assertThat(report().compared()).isEqualTo(1);
        assertThat(tenant.audited()).containsExactly("visibility_shadow.update");

        shadows.remove(Worlds.KEY, ACTOR);
        assertThatThrownBy(this::report).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> shadows.remove(Worlds.KEY, ACTOR)).isInstanceOf(ProblemException.class);
        assertThat(tenant.audited()).containsExactly("visibility_shadow.update", "visibility_shadow.delete");
    }

    @Test
    void aCandidateThatNobodyOffersIsRefused() {
        assertThatThrownBy(() -> shadows.put(Worlds.KEY, ACTOR, MainRuleChoice.of("nobody-offers-it")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().faults())
                        .extracting(fault -> fault.pointer())
                        .containsExactly("/main_rule/type"));
    }

    @Test
    void aCandidateThatThrowsIsReportedAndNotPutAsideForOthers() {
        MainRule bad = new VendorRule(TYPE, directory -> {
            throw new IllegalStateException("no");
        });
        fails(bad, "threw java.lang.IllegalStateException: no");
    }

    @Test
    void aCandidateThatHangsIsReported() {
        MainRule bad = new VendorRule(TYPE, directory -> {
            hang();
            return new Sight.ByDepartments(viewer -> new int[] {0});
        });
        fails(bad, "took longer than 300 ms");
    }

    private static void hang() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCandidateThatThrowsForAPairIsReported() {
        OddPairs odd = () -> {
            throw new IllegalStateException("not this pair");
        };
        fails(
                new VendorRule(TYPE, directory -> new Sight.ByPairs(odd)),
                "threw java.lang.IllegalStateException: not this pair");
    }

    @Test
    void aCandidateThatHangsForAPairIsReported() {
        OddPairs odd = () -> {
            hang();
            return true;
        };
        fails(new VendorRule(TYPE, directory -> new Sight.ByPairs(odd)), "a pair took longer than 150 ms");
    }

    private void fails(MainRule bad, String why) {
        TenantSnapshot state = put();
        mainRules.remove(open);
        assertThat(report().state()).isEqualTo(ShadowReport.State.MISSING);
        add(bad);
        await("the failure is reported").until(() -> {
            comparing.answered(state, ANN, BOB, false);
            return report().state() == ShadowReport.State.FAILED;
        });
        assertThat(report().detail()).contains(why);
        assertThat(report().compared()).isZero();
        assertThat(mainRules.describe(Map.of()))
                .filteredOn(info -> info.type().equals(TYPE))
                .extracting(MainRuleInfo::state)
                .as("tenants that have chosen the rule go on")
                .containsExactly(MainRuleInfo.State.SERVING);

        mainRules.remove(bad);
        add(VendorRule.open(TYPE));
        await("the replaced candidate is compared").until(() -> {
            comparing.answered(state, ANN, BOB, false);
            return report().compared() > 0;
        });
        assertThat(report().state()).isEqualTo(ShadowReport.State.COMPARING);
    }

    /** Does the same for every pair of members, and shows no departments. */
    private interface OddPairs extends Sight.Pairs {

        boolean answer();

        @Override
        default boolean seesMember(int viewer, int member) {
            return answer();
        }

        @Override
        default boolean seesDepartment(int viewer, int department) {
            return false;
        }
    }
}
