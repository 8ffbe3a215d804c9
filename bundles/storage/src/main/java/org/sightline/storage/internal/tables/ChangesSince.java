package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.GroupId;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.directory.model.UnitId;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.tables.FieldForm.PlacedField;
import org.sightline.storage.internal.tables.MemberForm.NumberedMember;
import org.sightline.storage.internal.tables.PolicyTable.StoredPolicy;
import org.sightline.store.StateChange;
import org.sightline.store.StoredChanges;
import org.sightline.visibility.model.Shadow;

/**
 * What is different in a tenant since an earlier revision (docs/storage.md, "Several servers"). Costs one look at each
 * table, and then what has changed: members are found by an index, everything else is few.
 */
final class ChangesSince {

    private static final String SETTINGS = "tenant_settings";
    private static final String POLICY = "visibility_policy";

    private final VersionedTable<Department> departments = new VersionedTable<>(new DepartmentForm());
    private final VersionedTable<Group> groups = new VersionedTable<>(new GroupForm());
    private final VersionedTable<Unit> units = new VersionedTable<>(new UnitForm());
    private final VersionedTable<PlacedField> fields = new VersionedTable<>(new FieldForm());
    private final VersionedTable<Administrator> administrators = new VersionedTable<>(new AdministratorForm());
    private final VersionedTable<OperatorAccess> operatorAccess = new VersionedTable<>(new OperatorAccessForm());
    private final VersionedTable<Shadow> shadow = new VersionedTable<>(new ShadowForm());
    private final TenantTable tenants = new TenantTable();
    private final PolicyTable policies = new PolicyTable();
    private final TrustTables trust = new TrustTables();
    private final AppTables apps = new AppTables();
    private final EventTables events = new EventTables();
    private final List<String> watched = Stream.of(
                    List.of(
                            SETTINGS,
                            POLICY,
                            departments.name(),
                            groups.name(),
                            units.name(),
                            fields.name(),
                            administrators.name(),
                            operatorAccess.name(),
                            shadow.name(),
                            SubscriptionForm.TABLE),
                    TrustTables.ALL,
                    AppTables.VERSIONED)
            .flatMap(List::stream)
            .toList();
    private final String whichTables = watched.stream()
            .map(table -> "select '" + table + "' from " + table + " where tenant_key = ? and (from_revision > ?"
                    + " and from_revision <= ? or to_revision > ? and to_revision <= ?)")
            .collect(Collectors.joining(" union "));

    List<String> tables() {
        return Stream.concat(watched.stream(), Stream.of(new MemberForm().table()))
                .toList();
    }

    StoredChanges find(Connection connection, TenantKey tenant, long earlier, long revision) throws SQLException {
        Span span = new Span(connection, tenant, earlier, revision);
        Set<String> changed = changedTables(span);
        List<StateChange> changes = new ArrayList<>();
        if (changed.contains(SETTINGS)) {
            changes.add(new StateChange.PutTenant(tenants.settings(connection, tenant, revision)));
        }
        find(
                span,
                changed,
                departments,
                StateChange.PutDepartment::new,
                id -> new StateChange.RemoveDepartment(new DepartmentId(id)),
                changes);
        members(span, changes);
        find(
                span,
                changed,
                groups,
                StateChange.PutGroup::new,
                id -> new StateChange.RemoveGroup(new GroupId(id)),
                changes);
        find(span, changed, units, StateChange.PutUnit::new, id -> new StateChange.RemoveUnit(new UnitId(id)), changes);
        find(
                span,
                changed,
                administrators,
                StateChange.PutAdministrator::new,
                id -> new StateChange.RemoveAdministrator(new UserId(id)),
                changes);
        if (changed.contains(fields.name())) {
            changes.add(fields(span));
        }
        if (changed.contains(operatorAccess.name())) {
            changes.add(operatorAccess(span));
        }
        if (changed.contains(shadow.name())) {
            changes.add(shadow(span));
        }
        long policyRevision = 0;
        if (changed.contains(POLICY)) {
            StoredPolicy policy = policies.load(connection, tenant, revision);
            changes.add(new StateChange.PutPolicy(policy.policy()));
            policyRevision = policy.revision();
        }
        return new StoredChanges(
                revision,
                changes,
                policyRevision,
                Collections.disjoint(changed, TrustTables.ALL) ? null : trust.load(connection, tenant, revision),
                Collections.disjoint(changed, AppTables.VERSIONED) ? null : apps.load(connection, tenant, revision),
                changed.contains(SubscriptionForm.TABLE) ? events.load(connection, tenant, revision) : null);
    }

    private Set<String> changedTables(Span span) throws SQLException {
        Set<String> changed = new HashSet<>();
        try (PreparedStatement statement = span.connection.prepareStatement(whichTables)) {
            RowWriter writer = new RowWriter(statement);
            for (int table = 0; table < watched.size(); table++) {
                writer.text(span.tenant.value())
                        .number(span.earlier)
                        .number(span.revision)
                        .number(span.earlier)
                        .number(span.revision);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // Derby pads the shorter names.
                    changed.add(rows.getString(1).strip());
                }
            }
        }
        return changed;
    }

    private static <V> void find(
            Span span,
            Set<String> changed,
            VersionedTable<V> table,
            Function<V, StateChange> put,
            Function<String, StateChange> remove,
            List<StateChange> changes)
            throws SQLException {
        if (!changed.contains(table.name())) {
            return;
        }
        Set<String> gone = table.goneSince(span.connection, span.tenant, span.earlier, span.revision);
        for (V value : table.comeSince(span.connection, span.tenant, span.earlier, span.revision)) {
            gone.remove(table.id(value));
            changes.add(put.apply(value));
        }
        gone.forEach(id -> changes.add(remove.apply(id)));
    }

    /** Members never go, and are too many to look at each. */
    private static void members(Span span, List<StateChange> changes) throws SQLException {
        new VersionedTable<>(new MemberForm())
                .comeSince(span.connection, span.tenant, span.earlier, span.revision).stream()
                        .sorted(Comparator.comparingInt(NumberedMember::number))
                        .forEach(member -> changes.add(new StateChange.PutMember(member.member())));
    }

    private StateChange fields(Span span) throws SQLException {
        return new StateChange.PutFields(fields.load(span.connection, span.tenant, span.revision).stream()
                .sorted(Comparator.comparingInt(PlacedField::position))
                .map(PlacedField::field)
                .toList());
    }

    private StateChange operatorAccess(Span span) throws SQLException {
        return operatorAccess.load(span.connection, span.tenant, span.revision).stream()
                .findFirst()
                .<StateChange>map(StateChange.PutOperatorAccess::new)
                .orElseGet(StateChange.RemoveOperatorAccess::new);
    }

    private StateChange shadow(Span span) throws SQLException {
        return shadow.load(span.connection, span.tenant, span.revision).stream()
                .findFirst()
                .<StateChange>map(StateChange.PutShadow::new)
                .orElseGet(StateChange.RemoveShadow::new);
    }

    private record Span(Connection connection, TenantKey tenant, long earlier, long revision) {}
}
