package org.sightline.shell.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;

/** Completes ids of one tenant: the one whose key is the first such argument of the line. */
abstract class WithinTenantCompleter implements Completer {

    /** Of a million ids these are enough to see how to type on. */
    private static final int MOST = 50;

    @Reference(optional = true)
    @Nullable
    Snapshots snapshots;

    /** Returns all ids that can be meant. */
    abstract Stream<String> ids(DirectorySnapshot directory);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        if (line.getArguments().length == 1) {
            // Karaf asks, without the rest of the line, whether an argument further left can be right.
            candidates.add(line.getCursorArgument());
            return 0;
        }
        String prefix = typed(line);
        List<String> ids = directory(line).stream()
                .flatMap(this::ids)
                .filter(id -> id.startsWith(prefix))
                .limit(MOST)
                .toList();
        return ids.isEmpty() ? -1 : new StringsCompleter(ids).complete(session, line, candidates);
    }

    private Optional<DirectorySnapshot> directory(CommandLine line) {
        return Arrays.stream(line.getArguments())
                .limit(Math.max(0, line.getCursorArgumentIndex()))
                .skip(1)
                .map(this::directory)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DirectorySnapshot> directory(String argument) {
        try {
            return Optional.ofNullable(snapshots)
                    .map(present -> present.current(new TenantKey(argument)).directory());
        } catch (IllegalArgumentException | ProblemException notATenant) {
            return Optional.empty();
        }
    }

    /** What stands before the cursor in the argument being typed. */
    private static String typed(CommandLine line) {
        String argument = line.getCursorArgument();
        return argument == null
                ? ""
                : argument.substring(0, Math.min(argument.length(), Math.max(0, line.getArgumentPosition())));
    }
}
