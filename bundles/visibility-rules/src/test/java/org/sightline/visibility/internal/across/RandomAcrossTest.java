package org.sightline.visibility.internal.across;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Random worlds of three tenants: everything told across a trust is what the slow and simple evaluator says. */
class RandomAcrossTest {

    @Test
    void everyAnswerIsTheSlowAndSimpleOne() {
        AcrossComparison comparison = new AcrossComparison();
        comparison.compareWorlds(1, 12, 16);
        assertThat(comparison.differences())
                .as("differences, each with its seed")
                .isEmpty();
        assertThat(comparison.pairs()).isGreaterThan(30_000);
        assertThat(comparison.found()).isGreaterThan(1_000);
        assertThat(comparison.browsed()).isGreaterThan(1_000);
        assertThat(comparison.found()).isNotEqualTo(comparison.browsed());
    }
}
