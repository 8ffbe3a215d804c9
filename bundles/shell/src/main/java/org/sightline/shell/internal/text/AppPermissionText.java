package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.Permission;

/** The catalogue of permissions as a table. */
public final class AppPermissionText {

    private static final String NOT_THERE = "";

    private AppPermissionText() {}

    /** Prints permissions with their texts in a language. */
    public static void print(PrintStream out, List<Permission> permissions, Locale reader) {
        TextTable table = new TextTable("No permission matches.", "name", "category", "mark", "app", "user", "text");
        for (Permission permission : permissions) {
            table.row(
                    permission.name(),
                    permission.category(),
                    permission.specificSensitive() ? "specific_sensitive" : NOT_THERE,
                    level(permission, Identity.APP),
                    level(permission, Identity.USER),
                    permission.text(reader));
        }
        table.print(out);
    }

    private static String level(Permission permission, Identity identity) {
        return permission.use(identity).map(use -> use.level().key()).orElse(NOT_THERE);
    }
}
