package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.health.Health;
import org.sightline.store.StoreUnavailableException;

class MainRulesCheckTest {

    @Test
    void isWellWhenNothingIsLacking() {
        assertThat(new MainRulesCheck(List::of).look()).isEqualTo(Health.UP);
    }

    @Test
    void saysWhenItCannotKnow() {
        Health health = new MainRulesCheck(() -> {
                    throw new StoreUnavailableException("away for this test", new IllegalStateException());
                })
                .look();

        assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
        assertThat(health.detail()).contains("not known until the database answers");
    }
}
