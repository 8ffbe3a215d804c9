package org.sightline.apps.model;

/**
 * A permission for one identity: what an app asks for, is granted and loses.
 *
 * @param name     of the permission
 * @param identity as whom the app would use it
 */
public record AppPermission(PermissionName name, Identity identity) implements Comparable<AppPermission> {

    private static final char BETWEEN = '@';

    /**
     * Reads what {@link #toString} gives.
     *
     * @throws IllegalArgumentException when the text is something else, with a text fit for a caller
     */
    public static AppPermission of(String text) {
        int at = text.lastIndexOf(BETWEEN);
        Identity identity = Identity.ofKey(text.substring(at + 1))
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be the name of a permission, `@`, and `app` or `user`, not `" + text + "`"));
        return new AppPermission(new PermissionName(text.substring(0, Math.max(0, at))), identity);
    }

    /** Orders by name, the app's identity first. */
    @Override
    public int compareTo(AppPermission other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? identity.compareTo(other.identity) : byName;
    }

    @Override
    public String toString() {
        return name.value() + BETWEEN + identity.key();
    }
}
