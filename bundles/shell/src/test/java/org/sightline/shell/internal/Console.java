package org.sightline.shell.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.apache.karaf.shell.support.CommandException;

/** A console session that writes down what commands print. */
final class Console {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);
    private final Deque<String> typed = new ArrayDeque<>();
    private final Path folder;
    private boolean interactive;

    Console(Path folder) {
        this.folder = folder;
    }

    /** Gives the session a terminal at which somebody types these lines. */
    Console typing(String... lines) {
        interactive = true;
        typed.addAll(List.of(lines));
        return this;
    }

    /** Runs a command and returns what it printed. */
    String run(SightlineCommand command) throws CommandException {
        written.reset();
        command.session = session();
        command.execute();
        return written.toString(UTF_8);
    }

    /** Runs a command that must be refused and returns what it printed and what Karaf prints after it. */
    String refusal(SightlineCommand command) {
        try {
            run(command);
        } catch (CommandException refusal) {
            return written.toString(UTF_8) + refusal.getNiceHelp();
        }
        throw new AssertionError("the command was not refused: " + written.toString(UTF_8));
    }

    PrintStream out() {
        return out;
    }

    String text() {
        return written.toString(UTF_8);
    }

    private Session session() {
        Terminal terminal = Fake.of(Terminal.class).service();
        return Fake.of(Session.class)
                .on("getConsole", nothing -> out)
                .on("getTerminal", nothing -> interactive ? terminal : null)
                .on("readLine", prompt -> typed.removeFirst())
                .on("currentDir", nothing -> folder)
                .on("get", name -> name[0].equals("USER") ? "ola" : null)
                .service();
    }
}
