package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.TrustRemoval;

/** Removals that needed approval as rows of {@code trust_removal}, on both sides. */
final class TrustRemovalForm implements RowForm<TrustRemoval> {

    @Override
    public String table() {
        return "trust_removal";
    }

    @Override
    public String idColumn() {
        return "removal_id";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of("relation_id", "from_key", "to_key", "state", "requested_by", "created_micros"));
        columns.addAll(DecisionColumns.NAMES);
        return columns;
    }

    @Override
    public String id(TrustRemoval removal) {
        return removal.id();
    }

    @Override
    public void write(TrustRemoval removal, RowWriter row) throws SQLException {
        row.text(removal.relationId())
                .text(removal.from().value())
                .text(removal.to().value())
                .text(removal.state().key())
                .text(removal.requestedBy())
                .instant(removal.createdAt());
        DecisionColumns.write(removal.decision(), row);
    }

    @Override
    public TrustRemoval read(String id, RowReader row) throws SQLException {
        String relation = row.text();
        TenantKey from = new TenantKey(row.text());
        TenantKey to = new TenantKey(row.text());
        RequestState state = TrustRequestForm.state(row);
        @Nullable String requestedBy = row.textOrNull();
        Instant createdAt = Micros.instant(row.longNumber());
        return new TrustRemoval(id, relation, from, to, state, requestedBy, createdAt, DecisionColumns.read(row));
    }
}
