package org.sightline.visibility.internal.mainrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.health.Health;
import org.sightline.plugins.PolicyInfo;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

class UntypedTest {

    private final RegisteredMainRules rules = new RegisteredMainRules(Duration.ofMillis(500));

    @AfterEach
    void stop() {
        rules.stop();
    }

    private record Saying(Supplier<String> says) implements MainRule {

        @Override
        public String type() {
            return says.get();
        }

        @Override
        public Map<Locale, String> labels() {
            return Map.of(Locale.ENGLISH, "Saying");
        }

        @Override
        public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
            throw new AssertionError("nobody asks");
        }
    }

    private void isReported(Supplier<String> says, String why) {
        MainRule rule = new Saying(says);
        rules.add(rule, Map.of("service.id", 7L), "vendor 1.0.0");
        assertThat(rules.describe(Map.of())).isEmpty();
        assertThat(rules.policies()).singleElement().satisfies(info -> {
            assertThat(info.kind()).isEqualTo(PolicyInfo.Kind.MAIN_RULE);
            assertThat(info.state()).isEqualTo(PolicyInfo.State.QUARANTINED);
            assertThat(info.id()).isEqualTo(Saying.class.getName());
            assertThat(info.serviceId()).isEqualTo(7);
            assertThat(info.detail()).contains(why);
        });
        assertThat(rules.look().state()).isEqualTo(Health.State.DEGRADED);
        assertThat(rules.look().detail()).contains(Saying.class.getName()).contains(why);

        rules.remove(rule);
        assertThat(rules.policies()).isEmpty();
        assertThat(rules.look()).isEqualTo(Health.UP);
    }

    @Test
    void oneThatThrows() {
        isReported(
                () -> {
                    throw new IllegalStateException("out of order");
                },
                "out of order");
    }

    @Test
    void oneThatSaysNothing() {
        isReported(() -> null, "no type");
    }

    @Test
    void oneThatSaysSomethingImproper() {
        isReported(() -> "No Good", "does not match");
    }

    @Test
    void oneThatHangs() {
        isReported(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    return "too-late";
                },
                "took longer than 500 ms");
    }

    @Test
    void oneThatSaysItsTypeServes() {
        rules.add(new Saying(() -> "fine"), Map.of("service.id", 7L), "vendor 1.0.0");
        assertThat(rules.policies()).isEmpty();
        assertThat(rules.serving("fine")).isNotNull();
    }
}
