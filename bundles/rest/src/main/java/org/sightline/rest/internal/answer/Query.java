package org.sightline.rest.internal.answer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Reads what stands in an address: ids in the path, parameters behind it. */
public final class Query {

    private Query() {}

    /** Returns an id of the path; what cannot be an id names nothing. */
    public static <T> T pathId(String what, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(noSuch(what, text), e);
        }
    }

    /** Returns that a path names nothing. */
    public static Problem noSuch(String what, Object id) {
        return Problem.notFound("there is no " + what + " `" + id + "`");
    }

    /** Returns a yes or no; no when the parameter is absent. */
    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true") || text.isEmpty()) {
            return true;
        }
        throw invalid(name, "must be `true` or `false`").exception();
    }

    /** Returns a parameter's value in another form; null when the parameter is absent. */
    public static <T> @Nullable T value(String name, @Nullable String text, Function<String, T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(invalid(name, e.getMessage() == null ? "is not valid" : e.getMessage()), e);
        }
    }

    /**
     * Returns the instant that a text of RFC 3339 stands for.
     *
     * @throws IllegalArgumentException when it stands for none
     */
    public static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a time such as `2026-03-01T09:00:00Z`", e);
        }
    }

    /** Returns that a parameter has a value it cannot have. */
    public static Problem invalid(String name, String detail) {
        return Problem.of(ProblemKind.INVALID, Codes.INVALID, "the parameter `" + name + "`: " + detail);
    }
}
