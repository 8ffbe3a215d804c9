package org.sightline.store;

import java.util.List;
import org.sightline.audit.AuditEntry;
import org.sightline.directory.model.TenantKey;
import org.sightline.events.model.Occurrence;
import org.sightline.notifications.model.Notice;

/**
 * What one tenant gets in a transaction.
 *
 * @param tenant           which one
 * @param expectedRevision the revision the changes were decided on; 0 for a tenant that does not exist yet
 * @param changes          in order, the last one about a thing counts; not empty; the first commit of a tenant puts its
 *                         settings
 * @param audit            what the audit log says
 * @param notices          whom the server tells of it
 * @param events           what apps are told of it, in order
 */
public record TenantCommit(
        TenantKey tenant,
        long expectedRevision,
        List<StateChange> changes,
        List<AuditEntry> audit,
        List<Notice> notices,
        List<Occurrence> events) {

    /** Takes copies of the lists. */
    public TenantCommit {
        changes = List.copyOf(changes);
        audit = List.copyOf(audit);
        notices = List.copyOf(notices);
        events = List.copyOf(events);
    }

    /** Describes a commit that no app is told of. */
    public TenantCommit(
            TenantKey tenant,
            long expectedRevision,
            List<StateChange> changes,
            List<AuditEntry> audit,
            List<Notice> notices) {
        this(tenant, expectedRevision, changes, audit, notices, List.of());
    }

    /** Describes a commit that nobody is told of. */
    public TenantCommit(TenantKey tenant, long expectedRevision, List<StateChange> changes, List<AuditEntry> audit) {
        this(tenant, expectedRevision, changes, audit, List.of());
    }

    /** Returns the revision the tenant has after the transaction. */
    public long newRevision() {
        return expectedRevision + 1;
    }
}
