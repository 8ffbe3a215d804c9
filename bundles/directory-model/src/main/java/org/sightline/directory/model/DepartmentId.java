package org.sightline.directory.model;

/**
 * Identifies a department within a tenant; the root has the id {@code 0}.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record DepartmentId(String value) implements Comparable<DepartmentId> {

    /** The root of every tenant's tree: the organisation itself. */
    public static final DepartmentId ROOT = new DepartmentId("0");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public DepartmentId {
        Identifier.checked("department_id", value);
    }

    /** Returns a fresh random id. */
    public static DepartmentId random() {
        return new DepartmentId(Identifier.random());
    }

    /** Whether this is the organisation itself. */
    public boolean isRoot() {
        return ROOT.equals(this);
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(DepartmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
