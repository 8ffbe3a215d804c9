package org.sightline.storage.internal.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.Decision;

/** How a request or a removal ended, in the same columns of both tables; all null while it waits. */
final class DecisionColumns {

    static final List<String> NAMES = List.of("decided_micros", "decided_by_key", "decided_by_actor", "reason");

    private DecisionColumns() {}

    static void write(@Nullable Decision decision, RowWriter row) throws SQLException {
        row.instant(decision == null ? null : decision.at())
                .text(decision == null ? null : decision.by().value())
                .text(decision == null ? null : decision.actor())
                .text(decision == null ? null : decision.reason());
    }

    static @Nullable Decision read(RowReader row) throws SQLException {
        @Nullable Instant at = row.instantOrNull();
        @Nullable String by = row.textOrNull();
        @Nullable String actor = row.textOrNull();
        @Nullable String reason = row.textOrNull();
        return at == null || by == null ? null : new Decision(at, new TenantKey(by), actor, reason);
    }
}
