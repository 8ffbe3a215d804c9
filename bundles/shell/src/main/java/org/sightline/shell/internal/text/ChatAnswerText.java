package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.sightline.communication.ChatAnswer;
import org.sightline.communication.Reason;

/** An answer about a chat as text. */
public final class ChatAnswerText {

    private ChatAnswerText() {}

    /** Prints the three answers and the reasons, a line each. */
    public static void print(PrintStream out, ChatAnswer answer) {
        out.println("may start a chat: " + word(answer.canStartChat()));
        out.println("may send in it:   " + word(answer.canSend()));
        out.println("finds by search:  " + word(answer.canFind()));
        out.println("since: " + answer.reasons().stream().map(Reason::key).collect(Collectors.joining(", ")));
    }

    private static String word(boolean answer) {
        return answer ? "yes" : "no";
    }
}
