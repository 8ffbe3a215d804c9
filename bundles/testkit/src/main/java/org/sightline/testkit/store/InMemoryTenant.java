package org.sightline.testkit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.AppChange;
import org.sightline.apps.model.AppState;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.events.model.SubscriptionChange;
import org.sightline.events.model.Subscriptions;
import org.sightline.store.StateChange;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.trust.model.TrustState;
import org.sightline.visibility.model.Shadow;
import org.sightline.visibility.model.VisibilityPolicy;

/** One tenant's states by revision; immutable. */
final class InMemoryTenant {

    private static final AtomicLong ORIGINS = new AtomicLong();

    private final long origin;
    private final NavigableMap<Long, TenantState> states;

    private InMemoryTenant(long origin, NavigableMap<Long, TenantState> states) {
        this.origin = origin;
        this.states = states;
    }

    long origin() {
        return origin;
    }

    TenantState newest() {
        return states.lastEntry().getValue();
    }

    Optional<TenantState> at(long revision) {
        return Optional.ofNullable(states.get(revision));
    }

    /** The tenant after a commit; {@code before} is null for a tenant that does not exist yet. */
    static InMemoryTenant after(@Nullable InMemoryTenant before, TenantCommit commit) {
        NavigableMap<Long, TenantState> states = before == null ? new TreeMap<>() : new TreeMap<>(before.states);
        Edit edit = before == null ? new Edit() : new Edit(before.newest());
        commit.changes().forEach(change -> edit.take(change, commit.newRevision()));
        states.put(commit.newRevision(), edit.state(commit.newRevision()));
        return new InMemoryTenant(before == null ? ORIGINS.incrementAndGet() : before.origin, states);
    }

    /** A state with changes that another store found. */
    static TenantState after(TenantState before, StoredChanges changes) {
        Edit edit = new Edit(before);
        changes.changes().forEach(change -> edit.take(change, changes.policyRevision()));
        edit.trust = Objects.requireNonNullElse(changes.trust(), before.trust());
        edit.apps = Objects.requireNonNullElse(changes.apps(), before.apps());
        edit.subscriptions = Objects.requireNonNullElse(changes.subscriptions(), before.subscriptions());
        return edit.state(changes.revision());
    }

    /** A state being changed. Maps keep the order of arrival, also when a value is replaced. */
    private static final class Edit {

        private @Nullable Tenant tenant;
        private final Map<DepartmentId, Department> departments = new LinkedHashMap<>();
        private final Map<UserId, Member> members = new LinkedHashMap<>();
        private final Map<GroupId, Group> groups = new LinkedHashMap<>();
        private final Map<UnitId, Unit> units = new LinkedHashMap<>();
        private List<CustomField> fields = new ArrayList<>();
        private final Map<UserId, Administrator> administrators = new LinkedHashMap<>();
        private VisibilityPolicy policy = VisibilityPolicy.DEFAULT;
        private long policyRevision = 1;
        private TrustState trust = TrustState.EMPTY;
        private AppState apps = AppState.EMPTY;
        private Subscriptions subscriptions = Subscriptions.NONE;
        private @Nullable OperatorAccess operatorAccess;
        private @Nullable Shadow shadow;

        Edit() {}

        Edit(TenantState state) {
            tenant = state.tenant();
            fill(departments, state.departments(), Department::id);
            fill(members, state.members(), Member::id);
            fill(groups, state.groups(), Group::id);
            fill(units, state.units(), Unit::id);
            fields = state.fields();
            fill(administrators, state.administrators(), Administrator::user);
            policy = state.policy();
            policyRevision = state.policyRevision();
            trust = state.trust();
            apps = state.apps();
            subscriptions = state.subscriptions();
            operatorAccess = state.operatorAccess();
            shadow = state.shadow();
        }

        private static <K, V> void fill(Map<K, V> map, List<V> values, Function<V, K> key) {
            values.forEach(value -> map.put(key.apply(value), value));
        }

        void take(StateChange change, long revision) {
            if (change instanceof StateChange.PutTenant put) {
                tenant = put.tenant();
            } else if (change instanceof StateChange.PutDepartment put) {
                departments.put(put.department().id(), put.department());
            } else if (change instanceof StateChange.RemoveDepartment remove) {
                departments.remove(remove.id());
            } else if (change instanceof StateChange.PutMember put) {
                members.put(put.member().id(), put.member());
            } else if (change instanceof StateChange.PutGroup put) {
                groups.put(put.group().id(), put.group());
            } else if (change instanceof StateChange.RemoveGroup remove) {
                groups.remove(remove.id());
            } else if (change instanceof StateChange.PutUnit put) {
                units.put(put.unit().id(), put.unit());
            } else if (change instanceof StateChange.RemoveUnit remove) {
                units.remove(remove.id());
            } else if (change instanceof StateChange.PutFields put) {
                fields = put.fields();
            } else if (change instanceof StateChange.PutAdministrator put) {
                administrators.put(put.administrator().user(), put.administrator());
            } else if (change instanceof StateChange.RemoveAdministrator remove) {
                administrators.remove(remove.id());
            } else if (change instanceof StateChange.PutPolicy put) {
                policy = put.policy();
                policyRevision = revision;
            } else if (change instanceof StateChange.ChangeTrust put) {
                trust = trust.with(List.of(put.change()));
            } else if (change instanceof StateChange.ChangeApps put) {
                apps = apps.with(List.of(put.change()));
                if (put.change() instanceof AppChange.RemoveApp remove) {
                    subscriptions = subscriptions.with(List.of(new SubscriptionChange.RemoveAllOf(remove.id(), null)));
                }
            } else if (change instanceof StateChange.RemoveConsent remove) {
                subscriptions =
                        subscriptions.with(List.of(new SubscriptionChange.RemoveAllOf(remove.app(), remove.user())));
            } else if (change instanceof StateChange.ChangeSubscriptions put) {
                subscriptions = subscriptions.with(List.of(put.change()));
            } else if (change instanceof StateChange.PutOperatorAccess put) {
                operatorAccess = put.access();
            } else if (change instanceof StateChange.RemoveOperatorAccess) {
                operatorAccess = null;
            } else if (change instanceof StateChange.PutShadow put) {
                shadow = put.shadow();
            } else if (change instanceof StateChange.RemoveShadow) {
                shadow = null;
            }
        }

        TenantState state(long revision) {
            if (tenant == null) {
                throw new IllegalArgumentException("the first commit of a tenant must put its settings");
            }
            return new TenantState(
                    tenant,
                    revision,
                    List.copyOf(departments.values()),
                    List.copyOf(members.values()),
                    List.copyOf(groups.values()),
                    List.copyOf(units.values()),
                    List.copyOf(fields),
                    List.copyOf(administrators.values()),
                    policy,
                    policyRevision,
                    trust,
                    operatorAccess,
                    apps,
                    shadow,
                    subscriptions);
        }
    }
}
