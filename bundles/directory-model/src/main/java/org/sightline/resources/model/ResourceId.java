package org.sightline.resources.model;

import org.sightline.directory.model.TenantKey;

/**
 * Identifies a resource within its tenant; always the server's to choose.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record ResourceId(String value) implements Comparable<ResourceId> {

    /**
     * Checks the form, which is that of every id.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public ResourceId {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "resource_id must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`");
        }
    }

    private static boolean isId(String value) {
        try {
            return new TenantKey(value).value().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a fresh random id. */
    public static ResourceId random() {
        return new ResourceId("res_" + TenantKey.random().value());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
