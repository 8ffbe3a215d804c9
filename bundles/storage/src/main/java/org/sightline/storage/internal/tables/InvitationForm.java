package org.sightline.storage.internal.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.Invitation;

/** Invitations as rows of {@code trust_invitation}. */
final class InvitationForm implements RowForm<Invitation> {

    /** Returns the tenant that has an invitation alive; empty when there is no such invitation. */
    static Optional<TenantKey> invitingTenant(Connection connection, String codeDigest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select tenant_key from trust_invitation where code_digest = ? and to_revision = ?")) {
            new RowWriter(statement).text(codeDigest).number(VersionedTable.STILL);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new TenantKey(rows.getString(1))) : Optional.empty();
            }
        }
    }

    @Override
    public String table() {
        return "trust_invitation";
    }

    @Override
    public String idColumn() {
        return "code_digest";
    }

    @Override
    public List<String> columns() {
        return List.of("sealed_code", "created_micros", "expires_micros", "single_use", "for_tenant_key");
    }

    @Override
    public String id(Invitation invitation) {
        return invitation.codeDigest();
    }

    @Override
    public void write(Invitation invitation, RowWriter row) throws SQLException {
        @Nullable TenantKey receiver = invitation.forTenant();
        row.text(invitation.sealedCode())
                .instant(invitation.createdAt())
                .instant(invitation.expiresAt())
                .flag(invitation.singleUse())
                .text(receiver == null ? null : receiver.value());
    }

    @Override
    public Invitation read(String id, RowReader row) throws SQLException {
        String sealed = row.text();
        Instant createdAt = Micros.instant(row.longNumber());
        @Nullable Instant expiresAt = row.instantOrNull();
        boolean singleUse = row.flag();
        @Nullable String receiver = row.textOrNull();
        return new Invitation(
                id, sealed, createdAt, expiresAt, singleUse, receiver == null ? null : new TenantKey(receiver));
    }
}
