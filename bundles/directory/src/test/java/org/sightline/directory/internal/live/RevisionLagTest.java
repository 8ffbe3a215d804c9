package org.sightline.directory.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.directory.internal.Acme.KEY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.internal.Acme;
import org.sightline.store.Standing;
import org.sightline.testkit.store.InMemoryTenantStore;

class RevisionLagTest {

    private final InMemoryTenantStore store = new InMemoryTenantStore();
    private final TenantSnapshot state;

    RevisionLagTest() {
        Acme.found(store);
        state = Advance.from(store.load(KEY).orElseThrow());
    }

    private RevisionLag at(long storedRevision) {
        return RevisionLag.between(List.of(state), Map.of(KEY, new Standing(1, storedRevision)));
    }

    @Test
    void countsTheRevisionsThatAreMissing() {
        assertThat(at(state.revision() + 3)).isEqualTo(new RevisionLag(1, 3));
    }

    @Test
    void isNoneWhenNothingIsMissing() {
        assertThat(at(state.revision())).isEqualTo(RevisionLag.NONE);
        // What was committed here between the question and its answer is no lag.
        assertThat(at(state.revision() - 1)).isEqualTo(RevisionLag.NONE);
        assertThat(RevisionLag.between(List.of(state), Map.of())).isEqualTo(RevisionLag.NONE);
    }
}
