package org.sightline.upkeep;

/**
 * What a compaction did.
 *
 * @param tenants      how many were looked at
 * @param rowsRemoved  rows that no kept revision needs
 * @param auditRemoved audit entries
 */
public record CompactionReport(long tenants, long rowsRemoved, long auditRemoved) {}
