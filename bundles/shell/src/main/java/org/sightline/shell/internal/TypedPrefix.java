package org.sightline.shell.internal;

import org.apache.karaf.shell.api.console.CommandLine;

/** What stands before the cursor in the argument being typed. */
final class TypedPrefix {

    private TypedPrefix() {}

    /** Returns it; empty at the beginning of an argument. */
    static String of(CommandLine line) {
        String argument = line.getCursorArgument();
        return argument == null
                ? ""
                : argument.substring(0, Math.min(argument.length(), Math.max(0, line.getArgumentPosition())));
    }
}
