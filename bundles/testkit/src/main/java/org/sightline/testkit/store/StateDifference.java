package org.sightline.testkit.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.Member;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Unit;
import org.sightline.store.StateChange;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.Shadow;

/** What is different between two states of a tenant. */
final class StateDifference {

    private final TenantState before;
    private final TenantState after;
    private final List<StateChange> changes = new ArrayList<>();

    StateDifference(TenantState before, TenantState after) {
        this.before = before;
        this.after = after;
    }

    StoredChanges found() {
        settings();
        compare(
                before.departments(),
                after.departments(),
                Department::id,
                StateChange.PutDepartment::new,
                StateChange.RemoveDepartment::new);
        compare(before.members(), after.members(), Member::id, StateChange.PutMember::new, id -> {
            throw new IllegalStateException("member " + id + " was removed, which never happens");
        });
        compare(before.groups(), after.groups(), Group::id, StateChange.PutGroup::new, StateChange.RemoveGroup::new);
        compare(before.units(), after.units(), Unit::id, StateChange.PutUnit::new, StateChange.RemoveUnit::new);
        compare(
                before.administrators(),
                after.administrators(),
                Administrator::user,
                StateChange.PutAdministrator::new,
                StateChange.RemoveAdministrator::new);
        return new StoredChanges(
                after.revision(),
                changes,
                after.policyRevision(),
                after.trust().equals(before.trust()) ? null : after.trust(),
                after.apps().equals(before.apps()) ? null : after.apps(),
                after.subscriptions().equals(before.subscriptions()) ? null : after.subscriptions());
    }

    private void settings() {
        if (!after.tenant().equals(before.tenant())) {
            changes.add(new StateChange.PutTenant(after.tenant()));
        }
        if (!after.fields().equals(before.fields())) {
            changes.add(new StateChange.PutFields(after.fields()));
        }
        if (after.policyRevision() != before.policyRevision() || !after.policy().equals(before.policy())) {
            changes.add(new StateChange.PutPolicy(after.policy()));
        }
        @Nullable OperatorAccess access = after.operatorAccess();
        if (!Objects.equals(access, before.operatorAccess())) {
            changes.add(
                    access == null
                            ? new StateChange.RemoveOperatorAccess()
                            : new StateChange.PutOperatorAccess(access));
        }
        @Nullable Shadow shadow = after.shadow();
        if (!Objects.equals(shadow, before.shadow())) {
            changes.add(shadow == null ? new StateChange.RemoveShadow() : new StateChange.PutShadow(shadow));
        }
    }

    private <K, V> void compare(
            List<V> old,
            List<V> now,
            Function<V, K> key,
            Function<V, StateChange> put,
            Function<K, StateChange> remove) {
        Map<K, V> left = new LinkedHashMap<>();
        old.forEach(value -> left.put(key.apply(value), value));
        for (V value : now) {
            @Nullable V known = left.remove(key.apply(value));
            if (!value.equals(known)) {
                changes.add(put.apply(value));
            }
        }
        left.keySet().forEach(gone -> changes.add(remove.apply(gone)));
    }
}
