package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.sightline.apps.model.AppId;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.CustomField;
import org.sightline.directory.model.Department;
import org.sightline.directory.model.Group;
import org.sightline.directory.model.OperatorAccess;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.Unit;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.tables.FieldForm.PlacedField;
import org.sightline.store.StaleRevisionException;
import org.sightline.store.Standing;
import org.sightline.store.StoredChanges;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantState;
import org.sightline.visibility.model.Shadow;

/** All tables that together hold tenants, within a transaction of the caller's. */
public final class TenantTables {

    private static final List<String> ALL = List.of(
            "tenant_writer",
            "tenant",
            "tenant_settings",
            "department",
            "member",
            "member_group",
            "unit",
            "custom_field",
            "administrator",
            "operator_access",
            "visibility_policy",
            "visibility_rule",
            "visibility_shadow",
            "visibility_shadow_tally",
            "credential",
            "member_session",
            "audit_entry",
            "notice",
            "notice_recipient",
            "notice_delivery",
            "notice_channels",
            "notice_digest",
            HistoryTable.NAME);

    private final TenantTable tenants = new TenantTable();
    private final MemberTable members = new MemberTable();
    private final PolicyTable policies = new PolicyTable();
    private final CredentialTable credentials = new CredentialTable();
    private final TrustTables trust = new TrustTables();
    private final AppTables apps = new AppTables();
    private final AppTokenTables tokens = new AppTokenTables();
    private final ConsentTable consents = new ConsentTable(tokens);
    private final EventTables events = new EventTables();
    private final ResourceTables resources = new ResourceTables();
    private final TieTables ties = new TieTables();
    private final HistoryTable history = new HistoryTable();
    private final NoticeTable notices = new NoticeTable();
    private final AuditTable audit = new AuditTable();
    private final VersionedTable<Department> departments = new VersionedTable<>(new DepartmentForm());
    private final VersionedTable<Group> groups = new VersionedTable<>(new GroupForm());
    private final VersionedTable<Unit> units = new VersionedTable<>(new UnitForm());
    private final VersionedTable<Administrator> administrators = new VersionedTable<>(new AdministratorForm());
    private final VersionedTable<OperatorAccess> operatorAccess = new VersionedTable<>(new OperatorAccessForm());
    private final VersionedTable<Shadow> shadow = new VersionedTable<>(new ShadowForm());
    private final VersionedTable<PlacedField> fields = new VersionedTable<>(new FieldForm());
    private final ChangesSince changesSince = new ChangesSince();

    /** Returns the present settings of all tenants by key. */
    public List<Tenant> all(Connection connection) throws SQLException {
        return tenants.all(connection);
    }

    /** Returns the type of main rule that each tenant's present policy names. */
    public Map<TenantKey, String> mainRules(Connection connection) throws SQLException {
        return PolicyHeader.mainRules(connection);
    }

    /** Returns a tenant's present revision; empty for an unknown one. */
    public OptionalLong revision(Connection connection, TenantKey tenant) throws SQLException {
        Optional<TenantTable.Head> head = tenants.head(connection, tenant);
        return head.isPresent() ? OptionalLong.of(head.get().revision()) : OptionalLong.empty();
    }

    /** Returns where those of the tenants stand that are there. */
    public Map<TenantKey, Standing> standings(Connection connection, Set<TenantKey> wanted) throws SQLException {
        return tenants.standings(connection, wanted);
    }

    /** Returns what is different at a revision since an earlier one; both must be there. */
    public StoredChanges since(Connection connection, TenantKey tenant, long earlier, long revision)
            throws SQLException {
        return changesSince.find(connection, tenant, earlier, revision);
    }

    /** Returns the oldest revision of a tenant that is kept. */
    public long oldestRevision(Connection connection, TenantKey tenant) throws SQLException {
        return history.oldest(connection, tenant);
    }

    /** Returns the names of all tables in which {@link #since} looks for changes. */
    public List<String> followed() {
        return changesSince.tables();
    }

    /** Reads a tenant as it was at a revision, which must be there. */
    public TenantState load(Connection connection, TenantKey tenant, long revision) throws SQLException {
        PolicyTable.StoredPolicy policy = policies.load(connection, tenant, revision);
        return new TenantState(
                tenants.settings(connection, tenant, revision),
                revision,
                departments.load(connection, tenant, revision),
                members.load(connection, tenant, revision),
                groups.load(connection, tenant, revision),
                units.load(connection, tenant, revision),
                fields(connection, tenant, revision),
                administrators.load(connection, tenant, revision),
                policy.policy(),
                policy.revision(),
                trust.load(connection, tenant, revision),
                operatorAccess.load(connection, tenant, revision).stream()
                        .findFirst()
                        .orElse(null),
                apps.load(connection, tenant, revision),
                shadow.load(connection, tenant, revision).stream().findFirst().orElse(null),
                events.load(connection, tenant, revision));
    }

    private List<CustomField> fields(Connection connection, TenantKey tenant, long revision) throws SQLException {
        return fields.load(connection, tenant, revision).stream()
                .sorted(Comparator.comparingInt(PlacedField::position))
                .map(PlacedField::field)
                .toList();
    }

    /** Returns the tenant that has an invitation alive; empty when there is no such invitation. */
    public Optional<TenantKey> invitingTenant(Connection connection, String codeDigest) throws SQLException {
        return trust.invitingTenant(connection, codeDigest);
    }

    /** Returns the tenant that has, or had, an app; empty for an unknown id. */
    public Optional<TenantKey> tenantOfApp(Connection connection, AppId app) throws SQLException {
        return apps.tenantOf(connection, app);
    }

    /**
     * Writes a commit.
     *
     * @throws StaleRevisionException when the tenant is not at the expected revision
     * @throws org.sightline.store.AppIdTakenException when an app's id belongs to another tenant
     * @throws IllegalArgumentException when a tenant's first commit has no settings
     */
    public void write(Connection connection, TenantCommit commit) throws SQLException {
        TenantKey tenant = commit.tenant();
        TenantTable.Head head = turn(connection, commit);
        CollectedChanges changes = new CollectedChanges(commit.changes());
        if (head.revision() == 0 && changes.tenant.isEmpty()) {
            throw new IllegalArgumentException("the first commit of a tenant must put its settings");
        }
        long revision = commit.newRevision();
        writeSingles(connection, tenant, revision, changes);
        departments.replace(connection, tenant, revision, changes.departments);
        int next = members.put(connection, tenant, revision, changes.members, head.nextMemberNumber());
        groups.replace(connection, tenant, revision, changes.groups);
        units.replace(connection, tenant, revision, changes.units);
        administrators.replace(connection, tenant, revision, changes.administrators);
        operatorAccess.replace(connection, tenant, revision, changes.operatorAccess);
        shadow.replace(connection, tenant, revision, changes.shadow);
        trust.write(connection, tenant, revision, changes.trust);
        apps.write(connection, tenant, revision, changes.apps);
        resources.write(connection, tenant, revision, changes.resources);
        events.write(connection, tenant, revision, changes.subscriptions, commit.events());
        ties.write(connection, tenant, revision, changes.ties);
        credentials.put(connection, tenant, changes.passwords);
        tokens.end(connection, tenant, changes.apps.apps, changes.passwords.keySet());
        consents.write(connection, tenant, changes.consents, changes.apps.gone);
        audit.add(connection, tenant, commit.audit());
        notices.add(connection, tenant, commit.notices());
        if (!tenants.moveTo(connection, tenant, new TenantTable.Head(revision, next))) {
            throw new StaleRevisionException(tenant, commit.expectedRevision());
        }
    }

    /** Waits for the tenant's turn and checks that it is where the commit expects it. */
    private TenantTable.Head turn(Connection connection, TenantCommit commit) throws SQLException {
        boolean known = tenants.takeTurn(connection, commit.tenant());
        if (known != commit.expectedRevision() > 0) {
            throw new StaleRevisionException(commit.tenant(), commit.expectedRevision());
        }
        if (!known) {
            create(connection, commit);
        }
        return tenants.head(connection, commit.tenant())
                .filter(head -> head.revision() == commit.expectedRevision())
                .orElseThrow(() -> new StaleRevisionException(commit.tenant(), commit.expectedRevision()));
    }

    private void create(Connection connection, TenantCommit commit) throws SQLException {
        try {
            tenants.create(connection, commit.tenant());
        } catch (SQLException e) {
            if (Database.isUniqueViolation(e)) {
                throw new StaleRevisionException(commit.tenant(), commit.expectedRevision());
            }
            throw e;
        }
    }

    private void writeSingles(Connection connection, TenantKey tenant, long revision, CollectedChanges changes)
            throws SQLException {
        if (changes.tenant.isPresent()) {
            tenants.putSettings(connection, revision, changes.tenant.get());
        }
        if (changes.fields.isPresent()) {
            putFields(connection, tenant, revision, changes.fields.get());
        }
        if (changes.policy.isPresent()) {
            policies.put(connection, tenant, revision, changes.policy.get());
        }
    }

    private void putFields(Connection connection, TenantKey tenant, long revision, List<CustomField> all)
            throws SQLException {
        List<String> old = new ArrayList<>();
        fields.forEach(
                connection,
                tenant,
                revision,
                placed -> old.add(placed.field().id().value()));
        fields.close(connection, tenant, revision, old);
        List<PlacedField> placed = new ArrayList<>();
        all.forEach(field -> placed.add(new PlacedField(placed.size(), field)));
        fields.insert(connection, tenant, revision, placed);
    }

    /** Removes all rows of a tenant; false when it does not exist. */
    public boolean drop(Connection connection, TenantKey tenant, AuditEntry entry) throws SQLException {
        if (!tenants.takeTurn(connection, tenant)) {
            return false;
        }
        for (String table : Stream.of(
                        ALL,
                        TrustTables.ALL,
                        TieTables.ALL,
                        AppTables.ALL,
                        AppTokenTables.ALL,
                        EventTables.ALL,
                        ResourceTables.ALL)
                .flatMap(List::stream)
                .toList()) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where tenant_key = ?")) {
                new RowWriter(statement).text(tenant.value());
                statement.executeUpdate();
            }
        }
        audit.addToOperatorsOwn(connection, entry);
        return true;
    }
}
