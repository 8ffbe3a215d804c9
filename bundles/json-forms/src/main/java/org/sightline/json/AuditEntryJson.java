package org.sightline.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditEntry;

/**
 * One line of the audit log (docs/concepts.md, "Audit").
 *
 * @param at       when
 * @param actor    who: {@code operator}, {@code user}, {@code app}, {@code console} or {@code system}
 * @param action   what, such as {@code user.update}
 * @param object   to what
 * @param before   the value before, in its own JSON form; absent for something new
 * @param after    the value after; absent for something that is gone
 * @param revision the tenant's revision the change made
 */
public record AuditEntryJson(
        Instant at,
        ReferenceJson actor,
        String action,
        ReferenceJson object,
        @Nullable Object before,
        @Nullable Object after,
        long revision) {

    /** Returns the form of an audit entry, fresh or as it comes back from a store. */
    public static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                entry.at(),
                new ReferenceJson(entry.actor().kind().key(), entry.actor().id()),
                entry.action(),
                new ReferenceJson(entry.objectKind(), entry.objectId()),
                value(entry.before()),
                value(entry.after()),
                entry.revision());
    }

    private static @Nullable Object value(@Nullable Object kept) {
        return kept instanceof String text ? Forms.stored(text) : Forms.of(kept);
    }

    /**
     * Names something.
     *
     * @param kind what sort of thing
     * @param id   which one
     */
    public record ReferenceJson(String kind, String id) {}
}
