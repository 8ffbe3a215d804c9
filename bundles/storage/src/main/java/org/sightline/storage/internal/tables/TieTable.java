package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.communication.model.Person;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.storage.internal.tables.CollectedTies.Tie;

/** A table with one versioned row for what a member has with another one (docs/storage.md, "Versioned rows"). */
final class TieTable<V> {

    private final TieForm<V> form;
    private final String close;
    private final String insert;
    private final String select;

    TieTable(TieForm<V> form) {
        this.form = form;
        String columns = form.columns().stream().map(column -> ", " + column).collect(Collectors.joining());
        this.close = "update " + form.table() + " set to_revision = ? where tenant_key = ? and user_id = ?"
                + " and peer_tenant_key = ? and peer_user_id = ? and to_revision = ?";
        this.insert = "insert into " + form.table() + " (tenant_key, user_id, peer_tenant_key, peer_user_id,"
                + " from_revision, to_revision, created_micros" + columns + ") values (?, ?, ?, ?, ?, ?, ?"
                + ", ?".repeat(form.columns().size()) + ")";
        this.select = "select peer_tenant_key, peer_user_id, created_micros" + columns + " from " + form.table()
                + " where tenant_key = ? and user_id = ? and from_revision <= ? and to_revision > ?";
    }

    void write(Connection connection, TenantKey tenant, long revision, Map<Tie, Optional<V>> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement closing = connection.prepareStatement(close);
                PreparedStatement inserting = connection.prepareStatement(insert)) {
            for (Map.Entry<Tie, Optional<V>> change : changes.entrySet()) {
                Tie tie = change.getKey();
                RowWriter closed = new RowWriter(closing).number(revision);
                named(closed, tenant, tie).number(VersionedTable.STILL);
                closing.addBatch();
                if (change.getValue().isPresent()) {
                    V value = change.getValue().get();
                    RowWriter row = named(new RowWriter(inserting), tenant, tie)
                            .number(revision)
                            .number(VersionedTable.STILL)
                            .instant(form.createdAt(value));
                    form.write(value, row);
                    inserting.addBatch();
                }
            }
            closing.executeBatch();
            inserting.executeBatch();
        }
    }

    private static RowWriter named(RowWriter row, TenantKey tenant, Tie tie) throws SQLException {
        return row.text(tenant.value())
                .text(tie.owner().value())
                .text(tie.peer().tenant().value())
                .text(tie.peer().user().value());
    }

    Map<Person, V> of(Connection connection, TenantKey tenant, UserId owner, long revision) throws SQLException {
        Map<Person, V> values = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(owner.value())
                    .number(revision)
                    .number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    Person peer = new Person(new TenantKey(row.again().text()), new UserId(row.text()));
                    Instant createdAt = Micros.instant(row.longNumber());
                    values.put(peer, form.read(tenant, owner, peer, createdAt, row));
                }
            }
        }
        return values;
    }

    /** Adds those of other tenants who have something with a tenant now. */
    void addTiedTo(Connection connection, TenantKey tenant, List<Person> owners) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select tenant_key, user_id from " + form.table()
                + " where peer_tenant_key = ? and tenant_key <> ? and to_revision = ?")) {
            new RowWriter(statement).text(tenant.value()).text(tenant.value()).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                RowReader row = new RowReader(rows);
                while (rows.next()) {
                    owners.add(new Person(new TenantKey(row.again().text()), new UserId(row.text())));
                }
            }
        }
    }
}
