package org.sightline.testkit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.ActorKind;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.store.AuditQuery;

/** The audit log in memory. */
final class InMemoryAudit {

    private final List<Line> lines = new ArrayList<>();
    private final Function<Object, String> json;

    InMemoryAudit(Function<Object, String> json) {
        this.json = json;
    }

    /** The value's text as a JSON string. */
    static String quoted(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** An entry and in whose log it stands; null for the operator's. */
    record Line(@Nullable TenantKey tenant, AuditEntry entry) {}

    List<Line> linesOf(TenantKey tenant, AuditEntry entry) {
        AuditEntry kept = withText(entry);
        List<Line> result = new ArrayList<>();
        result.add(new Line(tenant, kept));
        if (isOperators(entry)) {
            result.add(new Line(null, kept));
        }
        return result;
    }

    void add(List<Line> more) {
        lines.addAll(more);
    }

    void drop(TenantKey tenant, AuditEntry entry) {
        lines.removeIf(line -> tenant.equals(line.tenant()));
        lines.add(new Line(null, withText(entry)));
    }

    List<AuditEntry> find(AuditQuery query) {
        List<AuditEntry> found = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (matches(query, lines.get(i))) {
                found.add(lines.get(i).entry());
            }
        }
        return found.stream().skip(query.offset()).limit(query.limit()).toList();
    }

    long removeOlder(@Nullable TenantKey tenant, Instant before, long beforeRevision) {
        long size = lines.size();
        lines.removeIf(line -> Objects.equals(tenant, line.tenant())
                && line.entry().at().isBefore(before)
                && line.entry().revision() < beforeRevision);
        return size - lines.size();
    }

    OptionalLong revisionAt(TenantKey tenant, Instant at) {
        return lines.stream()
                .filter(line ->
                        tenant.equals(line.tenant()) && !line.entry().at().isAfter(at))
                .mapToLong(line -> line.entry().revision())
                .max();
    }

    private static boolean isOperators(AuditEntry entry) {
        ActorKind kind = entry.actor().kind();
        return entry.objectKind().equals("tenant") && kind != ActorKind.USER && kind != ActorKind.APP;
    }

    private static boolean matches(AuditQuery query, Line line) {
        AuditEntry entry = line.entry();
        return Objects.equals(query.tenant(), line.tenant())
                && isWithin(query.from(), query.to(), entry.at())
                && isWanted(query.actorId(), entry.actor().id())
                && isWanted(query.objectId(), entry.objectId())
                && isWanted(query.action(), entry.action());
    }

    private static boolean isWithin(@Nullable Instant from, @Nullable Instant to, Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    private static boolean isWanted(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private AuditEntry withText(AuditEntry entry) {
        return new AuditEntry(
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                textOf(entry.before()),
                textOf(entry.after()),
                entry.revision());
    }

    private @Nullable Object textOf(@Nullable Object value) {
        return value == null ? null : json.apply(value);
    }
}
