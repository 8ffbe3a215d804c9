package org.sightline.apps;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionLevel;
import org.sightline.apps.model.PermissionUse;

/**
 * Which permissions of the catalogue somebody wants to see; all conditions must hold.
 *
 * @param category null for any
 * @param level    for the identity that is asked for, or for any; null for any level
 * @param identity null for any
 * @param words    a part of the name, or of the text in the reader's language or in English, ignoring case; null for any
 */
public record PermissionFilter(
        @Nullable String category,
        @Nullable PermissionLevel level,
        @Nullable Identity identity,
        @Nullable String words) {

    /** Whether a permission is wanted. */
    public boolean matches(Permission permission, Locale reader) {
        return (category == null || category.equals(permission.category()))
                && permission.identities().entrySet().stream().anyMatch(this::isWanted)
                && (words == null || says(permission, reader, words));
    }

    private boolean isWanted(Map.Entry<Identity, PermissionUse> use) {
        return (identity == null || identity == use.getKey())
                && (level == null || level == use.getValue().level());
    }

    private static boolean says(Permission permission, Locale reader, String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return permission.name().value().contains(wanted)
                || permission.text(reader).toLowerCase(Locale.ROOT).contains(wanted)
                || permission.text(Locale.ENGLISH).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
