package org.sightline.directory.model;

/**
 * Identifies a group within a tenant.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record GroupId(String value) implements Comparable<GroupId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public GroupId {
        Identifier.checked("group_id", value);
    }

    /** Returns a fresh random id. */
    public static GroupId random() {
        return new GroupId(Identifier.random());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
