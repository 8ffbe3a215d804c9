package org.sightline.rest.internal.health;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a component did not start, out of the stack trace that its runtime keeps. */
final class Failure {

    /** Exceptions whose texts our components write for operators; those of others may tell too much to anybody who asks. */
    private static final Pattern FOR_OPERATORS = Pattern.compile(
            "^(?:Caused by: )?java\\.lang\\.Illegal(?:Argument|State)Exception: (.+)$", Pattern.MULTILINE);

    private Failure() {}

    /** Returns the end of a sentence. */
    static String words(@Nullable String trace) {
        if (trace == null) {
            return ", see the log";
        }
        Matcher cause = FOR_OPERATORS.matcher(trace);
        String words = "";
        while (cause.find()) {
            words = ": " + cause.group(1).strip();
        }
        return words.isEmpty() ? ", see the log" : words;
    }
}
