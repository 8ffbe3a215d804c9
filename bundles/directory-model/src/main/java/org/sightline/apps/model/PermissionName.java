package org.sightline.apps.model;

import java.util.regex.Pattern;

/**
 * Names a permission, such as {@code contact:user.email:readonly}; what an OAuth client calls a scope.
 *
 * @param value at most 255 characters: words of lower case letters, digits and {@code _}, joined by {@code :} and
 *     {@code .}
 */
public record PermissionName(String value) implements Comparable<PermissionName> {

    private static final int MAX_LENGTH = 255;
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]+([:.][a-z0-9_]+)*+");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when the value is no name of a permission, with a text fit for a caller
     */
    public PermissionName {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a permission's name must be at most " + MAX_LENGTH
                    + " characters: words of lower case letters, digits and `_`, joined by `:` and `.`");
        }
    }

    /** Orders names by code unit. */
    @Override
    public int compareTo(PermissionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
