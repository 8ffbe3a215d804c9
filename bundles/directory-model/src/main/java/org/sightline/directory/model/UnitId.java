package org.sightline.directory.model;

/**
 * Identifies a unit within a tenant.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record UnitId(String value) implements Comparable<UnitId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public UnitId {
        Identifier.checked("unit_id", value);
    }

    /** Returns a fresh random id. */
    public static UnitId random() {
        return new UnitId(Identifier.random());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
