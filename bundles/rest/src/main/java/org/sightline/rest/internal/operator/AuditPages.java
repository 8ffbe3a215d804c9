package org.sightline.rest.internal.operator;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.AuditEntryJson;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.answer.Query;
import org.sightline.store.AuditQuery;
import org.sightline.store.TenantStore;

/** Reads the audit log in pages that later entries do not shift: a list ends at the moment it was begun. */
final class AuditPages {

    private final TenantStore store;
    private final InstantSource clock;

    AuditPages(TenantStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Answers with a page.
     *
     * @param tenant whose; null for what was done outside of any
     */
    Response answer(Page page, @Nullable TenantKey tenant, Wanted wanted) {
        Instant from = Query.value("from", wanted.from, Query::instant);
        Instant to = Query.value("to", wanted.to, Query::instant);
        long end = page.pin(micros(to == null ? clock.instant().plus(1, ChronoUnit.MICROS) : to));
        int offset = (int) Math.min(page.position(), Integer.MAX_VALUE);
        List<AuditEntry> found = store.audit(new AuditQuery(
                tenant,
                from,
                Instant.EPOCH.plus(end, ChronoUnit.MICROS),
                wanted.actor,
                wanted.object,
                wanted.action,
                offset,
                page.size() + 1));
        List<AuditEntryJson> items =
                found.stream().limit(page.size()).map(AuditEntryJson::of).toList();
        return found.size() > page.size() ? page.answer(items, end, (long) offset + page.size()) : page.last(items);
    }

    // Rounded up, so that an entry of the very moment still lies before it.
    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.plusNanos(999));
    }

    /**
     * Which entries are wanted, as the parameters say it; null for any.
     *
     * @param from   not before
     * @param to     before
     * @param actor  exactly this actor id
     * @param object exactly this object id
     * @param action exactly this action
     */
    record Wanted(
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String object,
            @Nullable String action) {}
}
