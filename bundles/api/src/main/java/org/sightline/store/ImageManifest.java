package org.sightline.store;

import java.time.Instant;
import java.util.List;

/**
 * What an image of the store holds.
 *
 * @param format    of the file
 * @param createdAt when it was made
 * @param keyMark   of the server's key, by which its secrets are sealed
 * @param schema    ids of the changes that had made the schema, oldest first
 * @param tenants   by key, with the revision each is at
 * @param tables    by name
 * @param checksum  SHA-256 over names, counts and checksums of the tables; equal for equal contents, whatever database
 *                  they lie in
 */
public record ImageManifest(
        int format,
        Instant createdAt,
        String keyMark,
        List<String> schema,
        List<TenantRevision> tenants,
        List<TableContents> tables,
        String checksum) {

    /** Takes copies of the lists. */
    public ImageManifest {
        schema = List.copyOf(schema);
        tenants = List.copyOf(tenants);
        tables = List.copyOf(tables);
    }

    /** Returns how many rows there are. */
    public long rowCount() {
        return tables.stream().mapToLong(TableContents::rows).sum();
    }

    /**
     * A tenant and where it stands.
     *
     * @param tenantKey its key
     * @param revision  its newest revision
     */
    public record TenantRevision(String tenantKey, long revision) {}

    /**
     * The contents of a table.
     *
     * @param table    in lower case
     * @param rows     how many
     * @param checksum the sum of the SHA-256 of all rows, so that their order does not matter
     */
    public record TableContents(String table, long rows, String checksum) {}
}
