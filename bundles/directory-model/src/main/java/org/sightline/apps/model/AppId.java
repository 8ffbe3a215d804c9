package org.sightline.apps.model;

import org.sightline.directory.model.TenantKey;

/**
 * Identifies an app over the whole server; what an OAuth client calls its {@code client_id}.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record AppId(String value) implements Comparable<AppId> {

    /**
     * Checks the form, which is that of every id.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public AppId {
        if (!isId(value)) {
            throw new IllegalArgumentException(
                    "app_id must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`");
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
    public static AppId random() {
        return new AppId("cli_" + TenantKey.random().value());
    }

    /** Orders ids by code unit, as a database with a binary collation would. */
    @Override
    public int compareTo(AppId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
