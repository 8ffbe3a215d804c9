package org.sightline.shell.internal;

import java.util.Arrays;
import java.util.Optional;
import org.apache.karaf.shell.api.console.CommandLine;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.ProblemException;

/** The tenant that a command line being typed is about: its first argument that is a tenant's key. */
final class LineTenant {

    private LineTenant() {}

    /** Returns the tenant's directory; empty while the line names none. */
    static Optional<DirectorySnapshot> of(@Nullable Snapshots snapshots, CommandLine line) {
        if (snapshots == null) {
            return Optional.empty();
        }
        return Arrays.stream(line.getArguments())
                .skip(1)
                .limit(Math.max(0, line.getCursorArgumentIndex() - 1L))
                .map(argument -> directory(snapshots, argument))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DirectorySnapshot> directory(Snapshots snapshots, String argument) {
        try {
            return Optional.of(snapshots.current(new TenantKey(argument)).directory());
        } catch (IllegalArgumentException | ProblemException notATenant) {
            return Optional.empty();
        }
    }
}
