package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.App;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppId;
import org.sightline.apps.model.AppState;
import org.sightline.apps.model.AppVersion;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AppIdTakenException;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.ChangeApps;
import org.sightline.store.TenantStore;

/** A tenant's apps come back from a store, now and as they were at any revision; their ids are the tenant's own. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class AppContract {

    private StoredTenant tenant;
    private AppId id;

    /** Returns the store; may be the same for all tests, each uses tenants and apps of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void createTenant() {
        tenant = new StoredTenant(store());
        tenant.create();
        id = AppId.random();
    }

    private void commit(AppChange... changes) {
        commit(tenant, changes);
    }

    private static void commit(StoredTenant tenant, AppChange... changes) {
        tenant.commit(List.of(changes).stream().map(ChangeApps::new).toArray(StateChange[]::new));
    }

    @Test
    void aTenantBeginsWithoutApps() {
        assertThat(tenant.newest().apps()).isEqualTo(AppState.EMPTY);
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        List<AppChange> all = AppSpecimens.apps(id);
        commit(all.toArray(AppChange[]::new));

        assertThat(tenant.newest().apps()).isEqualTo(AppState.EMPTY.with(all));
        assertThat(tenant.at(1).apps()).isEqualTo(AppState.EMPTY);
    }

    @Test
    void versionsAreListedAsTheyWereSubmitted() {
        commit(AppSpecimens.apps(id).toArray(AppChange[]::new));

        assertThat(tenant.newest().apps().versionsOf(id))
                .extracting(AppVersion::version)
                .containsExactly("Early", "late");
    }

    @Test
    void anAppThatIsGoneTakesAllThatIsItsAlongAndNothingElse() {
        AppId other = AppId.random();
        commit(AppSpecimens.apps(id).toArray(AppChange[]::new));
        commit(AppSpecimens.apps(other).toArray(AppChange[]::new));
        AppState before = tenant.newest().apps();
        commit(new AppChange.RemoveApp(id));

        AppState after = tenant.newest().apps();
        assertThat(after).isEqualTo(before.with(List.of(new AppChange.RemoveApp(id))));
        assertThat(after.app(id)).isEmpty();
        assertThat(after.versionsOf(id)).isEmpty();
        assertThat(after.grantsOf(id)).isEmpty();
        assertThat(after.versionsOf(other)).hasSize(2);
        assertThat(tenant.at(2).apps().versionsOf(id)).hasSize(2);
    }

    @Test
    void aGrantThatIsGoneIsGone() {
        commit(AppSpecimens.apps(id).toArray(AppChange[]::new));
        commit(new AppChange.RemoveGrant(id, AppSpecimens.EMAIL));

        assertThat(tenant.newest().apps().grantsOf(id))
                .doesNotContainKey(AppSpecimens.EMAIL)
                .hasSize(1);
    }

    @Test
    void anAppLeadsToItsTenant() {
        assertThat(store().tenantOfApp(id)).isEmpty();

        commit(new AppChange.PutApp(AppSpecimens.app(id)));

        assertThat(store().tenantOfApp(id)).contains(tenant.key());
    }

    @Test
    void anIdBelongsToTheFirstTenantForGood() {
        StoredTenant other = new StoredTenant(store());
        other.create();
        App app = AppSpecimens.app(id);
        commit(new AppChange.PutApp(app));
        commit(new AppChange.RemoveApp(id));

        assertThatThrownBy(() -> commit(other, new AppChange.PutApp(app))).isInstanceOf(AppIdTakenException.class);
        assertThat(other.newest().revision()).isEqualTo(1);
        commit(new AppChange.PutApp(app));
        assertThat(tenant.newest().apps().app(id)).contains(app);
    }

    @Test
    void aDroppedTenantLeavesItsIds() {
        commit(new AppChange.PutApp(AppSpecimens.app(id)));
        TenantKey gone = tenant.key();

        store().drop(gone, Specimens.dropped(gone));

        assertThat(store().tenantOfApp(id)).isEmpty();
    }
}
