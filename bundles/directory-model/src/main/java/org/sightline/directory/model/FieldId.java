package org.sightline.directory.model;

/**
 * Identifies a custom profile field within a tenant.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record FieldId(String value) implements Comparable<FieldId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public FieldId {
        Identifier.checked("field_id", value);
    }

    /** Returns a fresh random id. */
    public static FieldId random() {
        return new FieldId(Identifier.random());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(FieldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
