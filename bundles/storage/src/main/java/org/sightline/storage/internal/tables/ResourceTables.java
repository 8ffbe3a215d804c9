package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;
import org.sightline.resources.model.Owner;
import org.sightline.resources.model.Resource;
import org.sightline.resources.model.ResourceChange;
import org.sightline.resources.model.ResourceId;

/** Documents and bases, and who holds them. */
public final class ResourceTables {

    static final List<String> ALL = List.of(ResourceForm.TABLE, "resource_holder");

    private static final String CLOSE_HOLDERS = "update resource_holder set to_revision = ?"
            + " where tenant_key = ? and resource_id = ? and to_revision = ?";
    private static final String INSERT_HOLDER = "insert into resource_holder (tenant_key, holder_kind, holder_id,"
            + " resource_id, from_revision, to_revision, owns, created_micros) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final ResourceForm form = new ResourceForm();
    private final VersionedTable<Resource> resources = new VersionedTable<>(form);
    private final String columns = "r.resource_id, "
            + form.columns().stream().map(column -> "r." + column).collect(Collectors.joining(", "));

    void write(Connection connection, TenantKey tenant, long revision, Map<ResourceId, ResourceChange> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Optional<Resource>> rows = new LinkedHashMap<>();
        changes.forEach((id, change) -> rows.put(id.value(), Optional.ofNullable(change.after())));
        resources.replace(connection, tenant, revision, rows);
        try (PreparedStatement close = connection.prepareStatement(CLOSE_HOLDERS);
                PreparedStatement insert = connection.prepareStatement(INSERT_HOLDER)) {
            for (Map.Entry<String, Optional<Resource>> row : rows.entrySet()) {
                new RowWriter(close)
                        .number(revision)
                        .text(tenant.value())
                        .text(row.getKey())
                        .number(VersionedTable.STILL);
                close.addBatch();
                if (row.getValue().isPresent()) {
                    addHolders(insert, tenant, revision, row.getValue().get());
                }
            }
            close.executeBatch();
            insert.executeBatch();
        }
    }

    private static void addHolders(PreparedStatement insert, TenantKey tenant, long revision, Resource resource)
            throws SQLException {
        addHolder(insert, tenant, revision, resource, resource.owner(), true);
        for (UserId administrator : resource.administrators()) {
            if (!resource.owner().is(administrator)) {
                addHolder(insert, tenant, revision, resource, Owner.of(administrator), false);
            }
        }
    }

    private static void addHolder(
            PreparedStatement insert, TenantKey tenant, long revision, Resource resource, Owner holder, boolean owns)
            throws SQLException {
        new RowWriter(insert)
                .text(tenant.value())
                .text(holder.kind().key())
                .text(holder.id())
                .text(resource.id().value())
                .number(revision)
                .number(VersionedTable.STILL)
                .flag(owns)
                .instant(resource.createdAt());
        insert.addBatch();
    }

    /** Returns a resource at a revision; empty when there was none. */
    public Optional<Resource> find(Connection connection, TenantKey tenant, ResourceId id, long revision)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + columns + " from resource r"
                + " where r.tenant_key = ? and r.resource_id = ? and r.from_revision <= ? and r.to_revision > ?")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(id.value())
                    .number(revision)
                    .number(revision);
            return read(statement).stream().findFirst();
        }
    }

    /** Returns what somebody held at a revision, in order of creation. */
    public List<Resource> heldBy(
            Connection connection, TenantKey tenant, Owner holder, Instant since, long revision, int from, int most)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + columns
                + " from resource_holder h join resource r on r.tenant_key = h.tenant_key"
                + " and r.resource_id = h.resource_id where h.tenant_key = ? and h.holder_kind = ? and h.holder_id = ?"
                + " and h.from_revision <= ? and h.to_revision > ? and r.from_revision <= ? and r.to_revision > ?"
                + " and h.created_micros >= ? order by h.created_micros, h.resource_id"
                + " offset ? rows fetch next ? rows only")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(holder.kind().key())
                    .text(holder.id())
                    .number(revision)
                    .number(revision)
                    .number(revision)
                    .number(revision)
                    .instant(since)
                    .number(from)
                    .number(most);
            return read(statement);
        }
    }

    private List<Resource> read(PreparedStatement statement) throws SQLException {
        List<Resource> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            RowReader row = new RowReader(rows);
            while (rows.next()) {
                found.add(form.read(row.again().text(), row));
            }
        }
        return found;
    }

    /** Returns how many resources somebody owned at a revision. */
    public int ownedBy(Connection connection, TenantKey tenant, Owner owner, long revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from resource_holder"
                + " where tenant_key = ? and holder_kind = ? and holder_id = ? and owns = true"
                + " and from_revision <= ? and to_revision > ?")) {
            new RowWriter(statement)
                    .text(tenant.value())
                    .text(owner.kind().key())
                    .text(owner.id())
                    .number(revision)
                    .number(revision);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
