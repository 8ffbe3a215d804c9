package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.Forms;
import org.sightline.json.PolicyJson;
import org.sightline.store.AuditQuery;
import org.sightline.visibility.model.VisibilityPolicy;

/** The audit log; entries are written in the transaction of the change they tell of and never changed. */
public final class AuditTable {

    /** Stands for the operator's own log where a tenant's key stands otherwise; no tenant has this key. */
    public static final String OPERATORS_OWN = "";

    private static final int BATCH = 1000;

    private static final String INSERT = "insert into audit_entry (tenant_key, at_micros, actor_kind, actor_id, action,"
            + " object_kind, object_id, value_before, value_after, revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Adds entries to a tenant's log, and those about the tenant as such to the operator's, too. */
    public void add(Connection connection, TenantKey tenant, List<AuditEntry> entries) throws SQLException {
        insert(connection, tenant.value(), entries);
        insert(
                connection,
                OPERATORS_OWN,
                entries.stream().filter(AuditTable::isOperatorsOwn).toList());
    }

    /** Adds an entry that outlives its tenant. */
    public void addToOperatorsOwn(Connection connection, AuditEntry entry) throws SQLException {
        insert(connection, OPERATORS_OWN, List.of(entry));
    }

    private static boolean isOperatorsOwn(AuditEntry entry) {
        ActorKind kind = entry.actor().kind();
        return entry.objectKind().equals("tenant") && kind != ActorKind.USER && kind != ActorKind.APP;
    }

    private static void insert(Connection connection, String log, List<AuditEntry> entries) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            int waiting = 0;
            for (AuditEntry entry : entries) {
                write(log, entry, new RowWriter(statement));
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void write(String log, AuditEntry entry, RowWriter row) throws SQLException {
        row.text(log)
                .number(Micros.of(entry.at()))
                .text(entry.actor().kind().key())
                .text(entry.actor().id())
                .text(entry.action())
                .text(entry.objectKind())
                .text(entry.objectId())
                .text(Forms.storedText(compared(entry.before(), entry.after())))
                .text(Forms.storedText(compared(entry.after(), entry.before())))
                .number(entry.revision());
    }

    /** Of a policy only what differs: writing hundreds of rules twice would be most of what changing one of them costs. */
    private static @Nullable Object compared(@Nullable Object value, @Nullable Object other) {
        return value instanceof VisibilityPolicy policy && other instanceof VisibilityPolicy otherPolicy
                ? PolicyJson.ofDifference(policy, otherPolicy)
                : value;
    }

    /** Returns the entries asked for, newest first, with values as JSON text. */
    public List<AuditEntry> find(Connection connection, AuditQuery query) throws SQLException {
        AuditFilter filter = new AuditFilter(query, OPERATORS_OWN);
        List<AuditEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(filter.sql())) {
            filter.write(new RowWriter(statement));
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    entries.add(read(row.again()));
                }
            }
        }
        return entries;
    }

    /**
     * Returns the newest revision that had an entry at an instant or before; empty when none had.
     *
     * @param newest leaves out what other transactions have not committed yet
     */
    public OptionalLong revisionAt(Connection connection, TenantKey tenant, Instant at, long newest)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select max(revision) from audit_entry"
                + " where tenant_key = ? and at_micros <= ? and revision between 1 and ?")) {
            new RowWriter(statement).text(tenant.value()).number(Micros.of(at)).number(newest);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long revision = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(revision);
            }
        }
    }

    private static AuditEntry read(RowReader row) throws SQLException {
        return new AuditEntry(
                Micros.instant(row.longNumber()),
                new Actor(ActorKind.valueOf(row.text().toUpperCase(Locale.ROOT)), row.text()),
                row.text(),
                row.text(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.longNumber());
    }
}
