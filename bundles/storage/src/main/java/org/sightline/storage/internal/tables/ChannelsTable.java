package org.sightline.storage.internal.tables;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.notifications.model.TenantChannels;
import org.sightline.notifications.model.TenantChannels.Webhook;
import org.sightline.store.DeliveryStore.StoredChannels;

/** By which channels tenants want their cards. */
public final class ChannelsTable {

    private static final String INSERT = "insert into notice_channels (by_mail, webhook_url, webhook_enabled,"
            + " sealed_secret, tenant_key) values (?, ?, ?, ?, ?)";
    private static final String UPDATE = "update notice_channels set by_mail = ?, webhook_url = ?, webhook_enabled = ?,"
            + " sealed_secret = ? where tenant_key = ?";

    private final TenantTable tenants = new TenantTable();
    private final AuditTable audit = new AuditTable();

    /** Returns a tenant's choice; empty when it made none. */
    public Optional<StoredChannels> find(Connection connection, TenantKey tenant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select by_mail, webhook_url, webhook_enabled,"
                + " sealed_secret from notice_channels where tenant_key = ?")) {
            new RowWriter(statement).text(tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(new RowReader(rows))) : Optional.empty();
            }
        }
    }

    private static StoredChannels read(RowReader row) throws SQLException {
        boolean mail = row.flag();
        @Nullable String url = row.textOrNull();
        boolean enabled = row.flag();
        Webhook webhook = url == null ? null : new Webhook(URI.create(url), enabled);
        return new StoredChannels(new TenantChannels(mail, webhook), row.textOrNull());
    }

    /** Replaces a tenant's choice, if it is the expected one. */
    public boolean put(
            Connection connection,
            TenantKey tenant,
            @Nullable StoredChannels expected,
            StoredChannels channels,
            AuditEntry entry)
            throws SQLException {
        if (!tenants.takeTurn(connection, tenant)
                || !Objects.equals(find(connection, tenant).orElse(null), expected)) {
            return false;
        }
        write(connection, expected == null ? INSERT : UPDATE, tenant, channels);
        audit.add(connection, tenant, List.of(entry));
        return true;
    }

    private static void write(Connection connection, String sql, TenantKey tenant, StoredChannels stored)
            throws SQLException {
        @Nullable Webhook webhook = stored.channels().webhook();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new RowWriter(statement)
                    .flag(stored.channels().mail())
                    .text(webhook == null ? null : webhook.url().toString())
                    .flag(webhook != null && webhook.enabled())
                    .text(stored.sealedSecret())
                    .text(tenant.value());
            statement.executeUpdate();
        }
    }
}
