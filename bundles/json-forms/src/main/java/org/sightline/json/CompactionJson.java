package org.sightline.json;

import org.sightline.upkeep.CompactionReport;

/**
 * What a compaction did.
 *
 * @param tenants      how many were looked at
 * @param rowsRemoved  rows that no kept revision needs
 * @param auditRemoved audit entries
 */
public record CompactionJson(long tenants, long rowsRemoved, long auditRemoved) {

    /** Returns the form of a report. */
    public static CompactionJson of(CompactionReport report) {
        return new CompactionJson(report.tenants(), report.rowsRemoved(), report.auditRemoved());
    }
}
