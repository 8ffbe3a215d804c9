package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.store.ImageManifest;
import org.sightline.upkeep.Backup;

/** Backups in words. */
public final class BackupText {

    private BackupText() {}

    /** Prints a line for each backup. */
    public static void list(PrintStream out, List<Backup> backups) {
        TextTable table = new TextTable(
                "There are no backups; `sightline:backup` makes one.",
                "name",
                "size",
                "created_at",
                "tenants",
                "rows",
                "checksum");
        for (Backup backup : backups) {
            @Nullable ImageManifest contents = backup.contents();
            if (contents == null) {
                table.row(backup.name(), backup.size(), "damaged", null, null, backup.damage());
            } else {
                table.row(
                        backup.name(),
                        backup.size(),
                        contents.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        contents.tenants().size(),
                        contents.rowCount(),
                        contents.checksum());
            }
        }
        table.print(out);
    }

    /** Says that a backup was written. */
    public static void written(PrintStream out, Backup backup) {
        out.println("Wrote the backup `" + backup.name() + "`: " + inside(backup) + ".");
        out.println("Keep a copy elsewhere, and with it `server.key` from the data directory, which is not in it.");
    }

    /** Says that a backup was restored. */
    public static void restored(PrintStream out, Backup backup) {
        out.println("Restored the backup `" + backup.name() + "`: " + inside(backup) + ", compared and the same.");
    }

    private static String inside(Backup backup) {
        @Nullable ImageManifest contents = backup.contents();
        return contents == null
                ? backup.size() + " bytes"
                : contents.tenants().size() + " tenants, " + contents.rowCount() + " rows, " + backup.size() + " bytes";
    }
}
