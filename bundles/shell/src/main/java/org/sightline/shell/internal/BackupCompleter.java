package org.sightline.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;

/** Completes the names of backups. */
@Service
public final class BackupCompleter implements Completer {

    @Reference(optional = true)
    @Nullable
    Backups backups;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        if (backups == null) {
            return -1;
        }
        List<String> names = backups.list().stream().map(Backup::name).toList();
        return new StringsCompleter(names).complete(session, commandLine, candidates);
    }
}
