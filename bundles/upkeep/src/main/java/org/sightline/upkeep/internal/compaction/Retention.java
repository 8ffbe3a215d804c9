package org.sightline.upkeep.internal.compaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the past is kept (docs/operations.md, "How much of the past is kept").
 *
 * @param revisions empty for ever
 * @param audit     empty for ever
 */
record Retention(Optional<Duration> revisions, Optional<Duration> audit) {

    /**
     * Returns a retention.
     *
     * @param revisionDays 0 for ever
     * @param auditDays    0 for ever
     * @throws IllegalArgumentException when they make no sense together, with a text fit for the operator
     */
    static Retention ofDays(int revisionDays, int auditDays) {
        if (revisionDays < 0 || auditDays < 0) {
            throw new IllegalArgumentException(
                    "keep_revisions_days and keep_audit_days must be 0 (for ever) or a number of days");
        }
        boolean tellsTimes = auditDays == 0 || (revisionDays > 0 && auditDays >= revisionDays);
        if (!tellsTimes) {
            throw new IllegalArgumentException("keep_audit_days must be 0 or at least keep_revisions_days, since the"
                    + " audit log tells when a revision was; it is " + auditDays + " and " + revisionDays);
        }
        return new Retention(days(revisionDays), days(auditDays));
    }

    private static Optional<Duration> days(int days) {
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    Optional<Instant> revisionsFrom(Instant now) {
        return revisions.map(now::minus);
    }

    Optional<Instant> auditFrom(Instant now) {
        return audit.map(now::minus);
    }
}
