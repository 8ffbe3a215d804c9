package org.sightline.shell.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;

/** Completes user ids of the tenant named before, some of those that begin as typed. */
@Service
public final class UserCompleter implements Completer {

    private static final int MOST = 50;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        Optional<DirectorySnapshot> directory = LineTenant.of(snapshots, commandLine);
        if (directory.isEmpty()) {
            return -1;
        }
        List<String> ids = beginningAsTyped(directory.get(), TypedPrefix.of(commandLine));
        return new StringsCompleter(ids).complete(session, commandLine, candidates);
    }

    private static List<String> beginningAsTyped(DirectorySnapshot directory, String prefix) {
        return IntStream.range(0, directory.memberCount())
                .mapToObj(directory::member)
                .filter(member -> member.status() != MemberStatus.DELETED)
                .map(member -> member.id().value())
                .filter(id -> id.startsWith(prefix))
                .limit(MOST)
                .toList();
    }
}
