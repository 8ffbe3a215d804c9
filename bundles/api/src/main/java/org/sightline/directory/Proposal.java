package org.sightline.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.notifications.model.Notice;
import org.sightline.store.StateChange;

/**
 * What a change would do.
 *
 * @param <T>     what the caller gets back
 * @param changes the state changes, in order; empty when there is nothing to do
 * @param audit   what the audit log will say
 * @param notices whom the server will tell of it
 * @param result  what the caller gets back
 */
public record Proposal<T>(List<StateChange> changes, List<AuditNote> audit, List<Notice> notices, T result) {

    /** Takes copies of the lists. */
    public Proposal {
        changes = List.copyOf(changes);
        audit = List.copyOf(audit);
        notices = List.copyOf(notices);
    }

    /** Proposes a change that nobody is told of. */
    public Proposal(List<StateChange> changes, List<AuditNote> audit, T result) {
        this(changes, audit, List.of(), result);
    }

    /** Proposes to leave everything as it is. */
    public static <T> Proposal<T> nothing(T result) {
        return new Proposal<>(List.of(), List.of(), result);
    }

    /**
     * The part of an audit entry that the change itself knows; time, actor and revision are added on commit.
     *
     * @param action     what, such as {@code user.update}
     * @param objectKind what sort of thing
     * @param objectId   which one
     * @param before     the value before; null for something new. Never holds a secret
     * @param after      the value after; null for something that is gone. Never holds a secret
     */
    public record AuditNote(
            String action,
            String objectKind,
            String objectId,
            @Nullable Object before,
            @Nullable Object after) {}
}
