package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.BackupJson;
import org.sightline.shell.internal.text.BackupText;
import org.sightline.shell.internal.text.ProgressBar;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;

/** Writes a backup of the whole server. */
@Service
@Command(
        scope = "sightline",
        name = "backup",
        description = "Write a backup of the whole server while it goes on working")
public final class BackupCommand extends SightlineCommand {

    @Argument(name = "name", description = "The file's name; made of the present time when left out")
    @Nullable
    String name;

    @Reference(optional = true)
    @Nullable
    Backups backups;

    @Override
    void run(PrintStream out) {
        Backups on = on(backups, "upkeep");
        Backup written;
        try (ProgressBar bar = isWatched() ? ProgressBar.counting(out) : ProgressBar.silent()) {
            written = on.create(on.name(name), actor(), bar);
        }
        if (json) {
            printJson(out, BackupJson.of(written));
        } else {
            BackupText.written(out, written);
        }
    }
}
