package org.sightline.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.BackupJson;
import org.sightline.shell.internal.text.BackupText;
import org.sightline.shell.internal.text.ProgressBar;
import org.sightline.store.ImageManifest;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;

/** Fills an empty server with a backup. */
@Service
@Command(
        scope = "sightline",
        name = "restore",
        description = "Fill this server, which must be empty, with a backup, as a whole or not at all")
public final class RestoreCommand extends SightlineCommand {

    @Argument(name = "name", description = "The file's name, see backup-list", required = true)
    @Completion(BackupCompleter.class)
    String name = "";

    @Option(
            name = "--accept-other-key",
            description = "Also when secrets are sealed with another server's key and will be unreadable")
    boolean acceptOtherKey;

    @Reference(optional = true)
    @Nullable
    Backups backups;

    @Override
    void run(PrintStream out) {
        Backups on = on(backups, "upkeep");
        Backup restored;
        @Nullable ImageManifest contents = on.check(name, acceptOtherKey).contents();
        // Every row is written once and read once.
        long steps = contents == null ? 1 : 2 * contents.rowCount();
        try (ProgressBar bar = isWatched() ? ProgressBar.on(out, steps) : ProgressBar.silent()) {
            restored = on.restore(name, acceptOtherKey, actor(), bar);
        }
        if (json) {
            printJson(out, BackupJson.of(restored));
        } else {
            BackupText.restored(out, restored);
        }
    }
}
