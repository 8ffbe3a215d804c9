package org.sightline.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;
import org.sightline.json.BackupJson;
import org.sightline.json.PageJson;
import org.sightline.shell.internal.text.BackupText;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;

/** Lists the backups. */
@Service
@Command(scope = "sightline", name = "backup-list", description = "List the backups, newest first")
public final class BackupListCommand extends SightlineCommand {

    @Reference(optional = true)
    @Nullable
    Backups backups;

    @Override
    void run(PrintStream out) {
        List<Backup> all = on(backups, "upkeep").list();
        if (json) {
            printJson(out, PageJson.whole(all.stream().map(BackupJson::of).toList()));
        } else {
            BackupText.list(out, all);
        }
    }
}
