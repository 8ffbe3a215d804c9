package org.sightline.directory.model;

/**
 * Identifies a member within a tenant; never used again after the member was deleted.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record UserId(String value) implements Comparable<UserId> {

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public UserId {
        Identifier.checked("user_id", value);
    }

    /** Returns a fresh random id. */
    public static UserId random() {
        return new UserId(Identifier.random());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
