package org.sightline.rest.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LackTest {

    private final Lack store = new Lack("`Store` waits for ", Set.of("a.Store"), new TreeSet<>(Set.of("a.Database")));
    private final Lack editor = new Lack("`Editor` waits for ", Set.of("a.Editor"), new TreeSet<>(Set.of("a.Store")));

    @Test
    void namesCausesOnly() {
        assertThat(Lack.causes(List.of(editor, store))).containsExactly("`Store` waits for Database");
    }

    @Test
    void namesEverybodyInACircle() {
        Lack database = new Lack("`Database` waits for ", Set.of("a.Database"), new TreeSet<>(Set.of("a.Editor")));

        assertThat(Lack.causes(List.of(editor, store, database))).hasSize(3);
    }

    @Test
    void namesWhatWaitsForNoService() {
        assertThat(Lack.causes(List.of(editor, store, Lack.of("`X` did not start, see the log"))))
                .containsExactly("`Store` waits for Database", "`X` did not start, see the log");
    }
}
