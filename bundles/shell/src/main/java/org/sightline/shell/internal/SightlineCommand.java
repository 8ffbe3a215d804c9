package org.sightline.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.directory.model.TenantKey;
import org.sightline.json.Json;
import org.sightline.json.PolicyJson;
import org.sightline.json.ProblemJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.shell.internal.text.ProblemText;
import org.sightline.store.StoreUnavailableException;
import org.sightline.visibility.model.VisibilityPolicy;

/**
 * What all commands share: {@code --json}, refusals as a sentence and an exit status, services that may be away.
 * Services are optional references, since Karaf would otherwise hide the command and say "command not found".
 */
abstract class SightlineCommand implements Action {

    @Option(name = "--json", description = "Print the JSON that the REST interface answers with")
    boolean json;

    @Reference
    @Nullable
    Session session;

    /** Does the command's work. */
    abstract void run(PrintStream out) throws IOException, CommandException;

    @Override
    public final @Nullable Object execute() throws CommandException {
        try {
            run(session().getConsole());
            return null;
        } catch (ProblemException refusal) {
            throw refused(refusal.problem(), refusal);
        } catch (StoreUnavailableException away) {
            throw refused(away.problem(), away);
        } catch (NoSuchFileException missing) {
            throw refused(Problem.notFound("there is no file `" + missing.getMessage() + "`"), missing);
        } catch (IOException failure) {
            throw refused(unavailable("a file cannot be read or written: " + failure.getMessage()), failure);
        }
    }

    final Session session() {
        if (session == null) {
            throw new IllegalStateException("Karaf runs commands in a session");
        }
        return session;
    }

    /** Whether somebody watches who likes to see how far it is; scripts have no terminal. */
    final boolean isWatched() {
        return !json && session().getTerminal() != null;
    }

    /** Returns who will stand in the audit log. */
    final Actor actor() {
        return ConsoleUser.of(session());
    }

    /** Prints a value as the REST interface would. */
    static void printJson(PrintStream out, Object value) {
        out.println(Json.text(value));
    }

    /**
     * Returns the service when there is one.
     *
     * @throws ProblemException {@code feature_off} naming the capability
     */
    static <T> T on(@Nullable T service, String capability) {
        if (service == null) {
            throw Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.FEATURE_OFF,
                            "the capability `" + capability
                                    + "` is off; `feature:list -i | grep sightline` shows what is"
                                    + " installed and `bundle:diag` what it waits for")
                    .exception();
        }
        return service;
    }

    /** Returns the key in an argument. */
    static TenantKey tenantKey(String text) {
        return id("/tenant_key", () -> new TenantKey(text));
    }

    /**
     * Returns the id in an argument.
     *
     * @throws ProblemException {@code invalid} when it is none
     */
    static <T> T id(String pointer, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw Problem.invalid(pointer, Codes.INVALID, String.valueOf(wrong.getMessage()))
                    .exception();
        }
    }

    /**
     * Reads a policy from a JSON file, the form that {@code policy-show --json} prints.
     *
     * @param file seen from the session's directory
     */
    final VisibilityPolicy policyIn(String file) throws IOException {
        Path path = session().currentDir().resolve(file);
        try (InputStream content = Files.newInputStream(path)) {
            return Json.read(content, PolicyJson.class).toModel();
        }
    }

    private static Problem unavailable(String detail) {
        return Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, detail);
    }

    private CommandException refused(Problem problem, Exception cause) {
        String words = json ? Json.text(ProblemJson.of(problem)) : ProblemText.of(problem);
        return new CommandException(words, problem.detail(), cause);
    }
}
