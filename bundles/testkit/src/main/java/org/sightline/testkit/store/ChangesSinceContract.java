package org.sightline.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.apps.model.AppId;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.EventReceiver;
import org.sightline.events.model.EventSubscription;
import org.sightline.events.model.EventType;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.store.Standing;
import org.sightline.store.StateChange;
import org.sightline.store.StateChange.PutDepartment;
import org.sightline.store.StateChange.PutMember;
import org.sightline.store.StateChange.PutPolicy;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantState;
import org.sightline.store.TenantStore;
import org.sightline.visibility.model.MainRuleChoice;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** Whoever knows an earlier state and asks for what is different since gets to the present one. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
public abstract class ChangesSinceContract {

    private StoredTenant tenant;

    /** Returns the store; may be the same for all tests, each uses tenants of its own. */
    protected abstract TenantStore store();

    @BeforeEach
    void takeTenant() {
        tenant = new StoredTenant(store());
    }

    @Test
    void fromEveryEarlierRevisionToEveryLaterOne() {
        List<TenantState> states = new ArrayList<>();
        states.add(tenant.create());
        states.add(checked(states, put("a"), put("z"), new PutPolicy(Specimens.policyWithAll())));
        states.add(checked(states, Specimens.everything(tenant.key()).toArray(StateChange[]::new)));
        states.add(checked(
                states,
                new StateChange.RemoveDepartment(new DepartmentId("b")),
                new StateChange.RemoveGroup(new GroupId("G1")),
                new StateChange.RemoveUnit(new UnitId("u1")),
                new StateChange.RemoveAdministrator(new UserId("a")),
                new StateChange.PutFields(List.of())));
        states.add(checked(states, new StateChange.PutTenant(Specimens.tenant(tenant.key()))));
        states.add(checked(states, new PutMember(Specimens.gone("a")), put("b"), put("0")));
        states.add(checked(states, new PutDepartment(Specimens.department("passing", "0"))));
        states.add(checked(states, new StateChange.RemoveDepartment(new DepartmentId("passing"))));
        states.add(checked(states, new PutPolicy(VisibilityPolicy.DEFAULT)));
        states.add(checked(states, new StateChange.PutOperatorAccess(new OperatorAccess(null))));
        states.add(checked(states, new StateChange.RemoveOperatorAccess()));
        states.add(checked(states, new StateChange.PutShadow(new Shadow(MainRuleChoice.of("nobody"), Specimens.NOON))));
        states.add(checked(states, new StateChange.RemoveShadow()));
        EventSubscription subscription = new EventSubscription(
                "s1", EventReceiver.of(AppId.random()), EventType.USER_CREATED, null, Specimens.NOON);
        states.add(checked(states, new StateChange.ChangeSubscriptions(new SubscriptionChange.Put(subscription))));
        states.add(checked(states, new StateChange.ChangeSubscriptions(new SubscriptionChange.Remove("s1"))));
        states.add(checked(states, Specimens.everything(tenant.key()).toArray(StateChange[]::new)));
        assertThat(states).hasSize(16);
    }

    private TenantState checked(List<TenantState> earlier, StateChange... changes) {
        TenantState now = tenant.commit(changes);
        for (TenantState before : earlier) {
            StoredChanges since = store().since(tenant.key(), before.revision()).orElseThrow();
            StoredTenant.assertSame(InMemoryTenant.after(before, since), now);
        }
        return now;
    }

    private static PutMember put(String id) {
        return new PutMember(Specimens.member(id, "Zoé"));
    }

    @Test
    void whatWasNotChangedIsLeftOut() {
        tenant.create();
        tenant.commit(Specimens.everything(tenant.key()).toArray(StateChange[]::new));
        tenant.commit(put("a"));

        StoredChanges since = store().since(tenant.key(), 2).orElseThrow();
        assertThat(since.changes()).containsExactly(put("a"));
        assertThat(since.trust()).isNull();
        assertThat(since.apps()).isNull();
        assertThat(since.subscriptions()).isNull();
        assertThat(since.revision()).isEqualTo(3);
    }

    @Test
    void thereIsNothingSinceTheNewestRevisionNorForUnknownTenants() {
        tenant.create();
        assertThat(store().since(tenant.key(), 1)).isEmpty();
        assertThat(store().since(tenant.key(), 2)).isEmpty();
        assertThat(store().since(TenantKey.random(), 0)).isEmpty();
    }

    @Test
    void tenantsStandWhereTheyWereChangedLast() {
        StoredTenant other = new StoredTenant(store());
        tenant.create();
        other.create();
        other.commit(put("a"));

        Map<TenantKey, Standing> standings = store().standings(Set.of(tenant.key(), other.key(), TenantKey.random()));
        assertThat(standings).containsOnlyKeys(tenant.key(), other.key());
        assertThat(standings.get(tenant.key())).isNotNull().returns(1L, Standing::revision);
        assertThat(standings.get(other.key())).isNotNull().returns(2L, Standing::revision);
        assertThat(store().standings(Set.of())).isEmpty();
    }

    @Test
    void aTenantWithTheKeyOfOneThatIsGoneHasAnotherOrigin() {
        tenant.create();
        Standing first = standing();
        tenant.commit(put("a"));
        assertThat(standing().origin()).isEqualTo(first.origin());

        store().drop(tenant.key(), Specimens.dropped(tenant.key()));
        assertThat(store().standings(Set.of(tenant.key()))).isEmpty();
        tenant.create();

        assertThat(standing().revision()).isEqualTo(1);
        assertThat(standing().origin()).isNotEqualTo(first.origin());
    }

    private Standing standing() {
        return Objects.requireNonNull(store().standings(Set.of(tenant.key())).get(tenant.key()));
    }
}
