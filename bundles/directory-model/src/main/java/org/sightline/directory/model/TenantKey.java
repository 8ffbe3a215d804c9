package org.sightline.directory.model;

/**
 * Identifies a tenant, one organisation with a directory of its own; unique over the whole server.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record TenantKey(String value) implements Comparable<TenantKey> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public TenantKey {
        Identifier.checked("tenant_key", value);
    }

    /** Returns a fresh random id. */
    public static TenantKey random() {
        return new TenantKey(Identifier.random());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(TenantKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
