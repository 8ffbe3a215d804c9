package org.sightline.visibility.internal.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.Decision;
import org.sightline.visibility.Layer;
import org.sightline.visibility.MainRuleInfo;
import org.sightline.visibility.MainRuleInfo.State;
import org.sightline.visibility.VisibilityEngine;
import org.sightline.visibility.internal.VendorRule;
import org.sightline.visibility.internal.Worlds;
import org.sightline.visibility.internal.mainrule.RegisteredMainRules;

/** Main rules of vendors that come, go, fail and dawdle, seen through the engines that use them. */
class CompiledVisibilityTest {

    private static final int ANN = 0;
    private static final int BOB = 1;
    private static final String TYPE = "vendor_rule";

    private final RegisteredMainRules mainRules = new RegisteredMainRules(Duration.ofMillis(400));
    private final CompiledVisibility visibility = new CompiledVisibility(mainRules, 10_000);
    private final TenantSnapshot snapshot = Worlds.snapshot(Worlds.policy(TYPE), 1);

    @Test
    void aMissingRuleFallsBackAndHealsWhenItComes() {
        assertFallback();
        assertThat(describe().state()).isEqualTo(State.MISSING);
        assertThat(describe().usedBy()).containsExactly(Worlds.KEY);

        VendorRule rule = VendorRule.open(TYPE);
        add(rule, 0, 1);
        assertThat(engine().sees(ANN, BOB)).isTrue();
        assertThat(engine().explain(ANN, BOB).fallback()).isFalse();
        assertThat(describe().state()).isEqualTo(State.SERVING);

        mainRules.remove(rule);
        assertFallback();
    }

    @Test
    void theNextStateIsCompiledBeforeItIsAskedFor() {
        AtomicInteger compiled = new AtomicInteger();
        add(
                new VendorRule(TYPE, directory -> {
                    compiled.incrementAndGet();
                    return new Sight.ByDepartments(viewer -> new int[] {0});
                }),
                0,
                1);
        visibility.prepare(snapshot);
        assertThat(compiled).as("nobody has asked about the tenant").hasValue(0);
        assertThat(engine().sees(ANN, BOB)).isTrue();
        TenantSnapshot next = Worlds.snapshot(snapshot.policy(), snapshot.revision() + 1);
        visibility.prepare(next);
        assertThat(compiled).hasValue(2);
        assertThat(visibility.engine(next).sees(ANN, BOB)).isTrue();
        assertThat(compiled).hasValue(2);
    }

    @Test
    void selfAndRulesDoNotNeedTheMainRule() {
        assertThat(engine().sees(ANN, ANN)).isTrue();
        assertThat(engine().explain(ANN, ANN).fallback()).isFalse();
    }

    @Test
    void aRuleThatThrowsIsPutAsideUntilItIsReplaced() {
        VendorRule broken = new VendorRule(TYPE, directory -> {
            throw new IllegalStateException("no database");
        });
        add(broken, 0, 1);
        assertFallback();
        assertFallback();
        assertThat(broken.asked()).isEqualTo(1);
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
        assertThat(describe().detail()).contains("no database");

        mainRules.remove(broken);
        add(VendorRule.open(TYPE), 0, 2);
        assertThat(engine().sees(ANN, BOB)).isTrue();
    }

    @Test
    void aRuleWhoseClassesDoNotLinkIsPutAside() {
        add(
                new VendorRule(TYPE, directory -> {
                    throw new NoClassDefFoundError("org/vendor/Missing");
                }),
                0,
                1);
        assertFallback();
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aRuleThatOverrunsIsPutAside() {
        CountDownLatch never = new CountDownLatch(1);
        add(
                new VendorRule(TYPE, directory -> {
                    boolean interrupted = false;
                    while (!interrupted) {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            interrupted = true;
                        }
                    }
                    throw new IllegalStateException("interrupted");
                }),
                0,
                1);
        assertFallback();
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
        assertThat(describe().detail()).contains("400 ms");
    }

    @Test
    void aRuleThatTalksNonsenseIsPutAside() {
        add(new VendorRule(TYPE, directory -> new Sight.ByDepartments(viewer -> new int[] {77})), 0, 1);
        assertFallback();
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aRuleThatAnswersNothingIsPutAside() {
        add(new VendorRule(TYPE, directory -> null), 0, 1);
        assertFallback();
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void aPairRuleThatThrowsOnTheRequestPathAnswersAsNobodyFromThenOn() {
        boolean[] broken = {false};
        int[] calls = {0};
        Sight.Pairs pairs = new Sight.Pairs() {
            @Override
            public boolean seesMember(int viewer, int member) {
                calls[0]++;
                if (broken[0]) {
                    throw new IllegalStateException("index out of date");
                }
                return true;
            }

            @Override
            public boolean seesDepartment(int viewer, int department) {
                return true;
            }
        };
        add(new VendorRule(TYPE, directory -> new Sight.ByPairs(pairs)), 0, 1);
        VisibilityEngine engine = engine();
        assertThat(engine.sees(ANN, BOB)).isTrue();

        broken[0] = true;
        assertThat(engine.sees(ANN, BOB)).isFalse();
        broken[0] = false;
        assertThat(engine.sees(ANN, BOB)).isFalse();
        assertThat(engine.seesDepartment(ANN, 0)).isFalse();
        assertThat(engine.visibleTo(ANN)).containsExactly(ANN);
        assertThat(engine.explain(ANN, BOB).fallback()).isTrue();
        assertThat(calls[0]).isEqualTo(2);
        assertThat(describe().state()).isEqualTo(State.QUARANTINED);
        assertFallback();
    }

    @Test
    void ofTwoWithOneTypeTheHighestRankingServes() {
        VendorRule closed = new VendorRule(TYPE, directory -> new Sight.ByDepartments(viewer -> new int[0]));
        add(VendorRule.open(TYPE), 5, 1);
        add(closed, 7, 2);
        assertThat(engine().sees(ANN, BOB)).isFalse();
        assertThat(engine().explain(ANN, BOB).fallback()).isFalse();
        assertThat(described()).extracting(MainRuleInfo::state).containsExactly(State.SERVING, State.OUTRANKED);

        mainRules.remove(closed);
        assertThat(engine().sees(ANN, BOB)).isTrue();
    }

    @Test
    void aFailingRuleIsNotReplacedByALowerOne() {
        add(VendorRule.open(TYPE), 5, 1);
        add(new VendorRule(TYPE, directory -> null), 7, 2);
        assertFallback();
        assertThat(described()).extracting(MainRuleInfo::state).containsExactly(State.QUARANTINED, State.OUTRANKED);
    }

    @Test
    void aRuleThatCannotSayItsTypeIsLeftOut() {
        add(VendorRule.open("Not A Type"), 0, 1);
        assertThat(mainRules.describe(Map.of())).isEmpty();
    }

    @Test
    void oneSnapshotIsCompiledOnceHoweverManyAsk() throws Exception {
        VendorRule rule = VendorRule.open(TYPE);
        add(rule, 0, 1);
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<VisibilityEngine>> questions = new ArrayList<>();
            for (int asker = 0; asker < 64; asker++) {
                questions.add(this::engine);
            }
            VisibilityEngine first = engine();
            for (Future<VisibilityEngine> answer : askers.invokeAll(questions)) {
                assertThat(answer.get()).isSameAs(first);
            }
        } finally {
            askers.shutdownNow();
        }
        assertThat(rule.asked()).isEqualTo(1);
    }

    @Test
    void anOlderSnapshotKeepsItsOwnEngine() {
        add(VendorRule.open(TYPE), 0, 1);
        VisibilityEngine older = engine();
        TenantSnapshot newer = Worlds.snapshot(Worlds.policy(TYPE, Worlds.rule("r", "ann", "bob")), 2);
        assertThat(visibility.engine(newer).sees(ANN, BOB)).isFalse();
        assertThat(engine()).isSameAs(older);
        assertThat(older.sees(ANN, BOB)).isTrue();
        assertThat(visibility.engine(newer).sees(ANN, BOB)).isFalse();
    }

    @Test
    void goneTenantsAreForgotten() {
        VisibilityEngine before = engine();
        visibility.keepOnly(Set.of(Worlds.KEY));
        assertThat(engine()).isSameAs(before);

        visibility.keepOnly(Set.of());
        assertThat(engine()).isNotSameAs(before);
    }

    private void add(MainRule rule, int ranking, long service) {
        mainRules.add(rule, Map.of("service.ranking", ranking, "service.id", service), "org.vendor 1.0.0");
    }

    private VisibilityEngine engine() {
        return visibility.engine(snapshot);
    }

    private void assertFallback() {
        assertThat(engine().sees(ANN, BOB)).isFalse();
        Decision decision = engine().explain(ANN, BOB);
        assertThat(decision.visible()).isFalse();
        assertThat(decision.layer()).isEqualTo(Layer.MAIN_RULE);
        assertThat(decision.fallback()).isTrue();
        assertThat(decision.explanation()).contains(TYPE).contains("nobody");
        assertThat(engine().visibleTo(ANN)).containsExactly(ANN);
        assertThat(engine().departmentsVisibleTo(ANN)).isEmpty();
    }

    private List<MainRuleInfo> described() {
        return mainRules.describe(Map.of(TYPE, List.of(Worlds.KEY)));
    }

    private MainRuleInfo describe() {
        return described().get(0);
    }
}
