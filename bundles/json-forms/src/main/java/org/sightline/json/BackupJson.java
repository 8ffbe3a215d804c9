package org.sightline.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.store.ImageManifest;
import org.sightline.upkeep.Backup;

/**
 * A backup; of one that cannot be read only name, size and damage are known.
 *
 * @param name      the file's name
 * @param size      in bytes
 * @param createdAt the moment it shows
 * @param rows      how many there are in all tables
 * @param checksum  SHA-256 of the contents; equal for equal contents, whatever database they came from
 * @param tenants   those in it, by key
 * @param damage    why it cannot be read; absent when it can
 */
public record BackupJson(
        String name,
        long size,
        @Nullable Instant createdAt,
        @Nullable Long rows,
        @Nullable String checksum,
        @Nullable List<BackupTenantJson> tenants,
        @Nullable String damage) {

    /** Returns the form of a backup. */
    public static BackupJson of(Backup backup) {
        @Nullable ImageManifest contents = backup.contents();
        if (contents == null) {
            return new BackupJson(backup.name(), backup.size(), null, null, null, null, backup.damage());
        }
        return new BackupJson(
                backup.name(),
                backup.size(),
                contents.createdAt(),
                contents.rowCount(),
                contents.checksum(),
                contents.tenants().stream()
                        .map(tenant -> new BackupTenantJson(tenant.tenantKey(), tenant.revision()))
                        .toList(),
                null);
    }

    /**
     * A tenant in a backup.
     *
     * @param tenantKey its key
     * @param revision  its newest revision there
     */
    public record BackupTenantJson(String tenantKey, long revision) {}
}
