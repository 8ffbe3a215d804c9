package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.StateChange;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;

/** A tenant of its own for one test, and short words for what the tests do with it. */
final class StoredTenant {

    private final TenantStore store;
    private final TenantKey key = TenantKey.random();

    StoredTenant(TenantStore store) {
        this.store = store;
    }

    TenantKey key() {
        return key;
    }

    /** What would take the tenant from an expected revision to the next. */
    TenantCommit changes(long expectedRevision, StateChange... changes) {
        return new TenantCommit(
                key, expectedRevision, List.of(changes), List.of(Specimens.entry(expectedRevision + 1)));
    }

    /** Commits on the present revision. */
    TenantState commit(StateChange... changes) {
        store.commit(List.of(changes(store.revision(key).orElse(0), changes)));
        return newest();
    }

    TenantState create() {
        return commit(
                new StateChange.PutTenant(Specimens.tenant(key)),
                new StateChange.PutDepartment(Specimens.department("0", null)));
    }

    TenantState newest() {
        return store.load(key).orElseThrow();
    }

    TenantState at(long revision) {
        return store.loadAt(key, revision).orElseThrow();
    }

    /** Two states are the same; lists without a promised order are compared without one. */
    static void assertSame(TenantState actual, TenantState expected) {
        assertThat(actual.tenant()).isEqualTo(expected.tenant());
        assertThat(actual.revision()).isEqualTo(expected.revision());
        assertThat(actual.departments()).containsExactlyInAnyOrderElementsOf(expected.departments());
        assertThat(actual.members()).containsExactlyElementsOf(expected.members());
        assertThat(actual.groups()).containsExactlyInAnyOrderElementsOf(expected.groups());
        assertThat(actual.units()).containsExactlyInAnyOrderElementsOf(expected.units());
        assertThat(actual.fields()).containsExactlyElementsOf(expected.fields());
        assertThat(actual.administrators()).containsExactlyInAnyOrderElementsOf(expected.administrators());
        assertThat(actual.policy()).isEqualTo(expected.policy());
        assertThat(actual.operatorAccess()).isEqualTo(expected.operatorAccess());
        assertThat(actual.shadow()).isEqualTo(expected.shadow());
        assertThat(actual.trust()).isEqualTo(expected.trust());
        assertThat(actual.apps()).isEqualTo(expected.apps());
        assertThat(actual.subscriptions()).isEqualTo(expected.subscriptions());
        assertThat(actual.policyRevision()).isEqualTo(expected.policyRevision());
    }
}
