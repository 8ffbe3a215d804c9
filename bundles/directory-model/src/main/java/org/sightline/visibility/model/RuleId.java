package org.sightline.visibility.model;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Identifies a supplementary rule within a tenant's policy.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 _ . -}, case-sensitive
 */
public record RuleId(String value) implements Comparable<RuleId> {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is not an id, with a text fit for a caller
     */
    public RuleId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "rule_id must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`");
        }
    }

    /** Returns a fresh random id. */
    public static RuleId random() {
        return new RuleId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** Orders ids by code unit. */
    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
