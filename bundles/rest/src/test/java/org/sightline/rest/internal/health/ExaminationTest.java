package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.rest.internal.health.Examination.Findings;

class ExaminationTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Examination examination = new Examination(Runnable::run, nanos::get);

    @Test
    void looksAtEveryPart() {
        Findings findings = examination.of(
                List.of(check("b", () -> Health.degraded("slow")), check("a", () -> Health.UP), check("c", () -> {
                    throw new IllegalStateException("secret");
                })));

        assertThat(findings.all()).extracting(Examination.Finding::part).containsExactly("a", "b", "c");
        assertThat(findings.has(Health.State.DOWN)).isTrue();
        assertThat(findings.toString()).doesNotContain("secret");
    }

    @Test
    void looksAgainOnlyAfterAWhile() {
        AtomicInteger looks = new AtomicInteger();
        List<HealthCheck> checks = List.of(check("a", () -> Health.degraded("look " + looks.incrementAndGet())));

        examination.of(checks);
        examination.of(checks);
        assertThat(looks).hasValue(1);
        nanos.addAndGet(1_000_000_000L);
        examination.of(checks);
        assertThat(looks).hasValue(2);
    }

    private static HealthCheck check(String part, Supplier<Health> look) {
        return new HealthCheck() {
            @Override
            public String part() {
                return part;
            }

            @Override
            public Health look() {
                return look.get();
            }
        };
    }
}
