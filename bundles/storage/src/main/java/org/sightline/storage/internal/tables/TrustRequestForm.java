package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.RequestState;
import org.sightline.trust.model.SharingScope;
import org.sightline.trust.model.TrustAccess;
import org.sightline.trust.model.TrustRequest;

/** Requests for trust as rows of {@code trust_request}, on both sides. */
final class TrustRequestForm implements RowForm<TrustRequest> {

    @Override
    public String table() {
        return "trust_request";
    }

    @Override
    public String idColumn() {
        return "request_id";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "from_key",
                "to_key",
                "state",
                "share_all",
                "share_department_ids",
                "share_user_ids",
                "can_find",
                "can_browse",
                "created_micros"));
        columns.addAll(DecisionColumns.NAMES);
        return columns;
    }

    @Override
    public String id(TrustRequest request) {
        return request.id();
    }

    @Override
    public void write(TrustRequest request, RowWriter row) throws SQLException {
        row.text(request.from().value())
                .text(request.to().value())
                .text(request.state().key());
        TrustedPartyForm.writeShare(request.share(), row);
        TrustedPartyForm.writeAccess(request.access(), row);
        row.instant(request.createdAt());
        DecisionColumns.write(request.decision(), row);
    }

    @Override
    public TrustRequest read(String id, RowReader row) throws SQLException {
        TenantKey from = new TenantKey(row.text());
        TenantKey to = new TenantKey(row.text());
        RequestState state = state(row);
        SharingScope share = TrustedPartyForm.readShare(row);
        TrustAccess access = TrustedPartyForm.readAccess(row);
        Instant createdAt = Micros.instant(row.longNumber());
        return new TrustRequest(id, from, to, state, share, access, createdAt, DecisionColumns.read(row));
    }

    static RequestState state(RowReader row) throws SQLException {
        return RequestState.valueOf(row.text().toUpperCase(Locale.ROOT));
    }
}
