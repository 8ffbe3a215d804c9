package org.sightline.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/**
 * Says in the caller's words what is wrong with JSON (docs/api.md, "Errors"): text that is not JSON, or beyond the
 * limits of {@link Json}, is {@code malformed_json} with line and column; a field that does not exist is
 * {@code unknown_field} and a value of the wrong type {@code invalid}, both with a JSON Pointer.
 */
public final class JsonProblems {

    private static final Pattern REPEATED = Pattern.compile("^Duplicate field '(.*)'$", Pattern.DOTALL);

    private JsonProblems() {}

    /** Returns the problem to tell the caller. */
    public static Problem of(JsonProcessingException thrown) {
        return of(thrown, JsonProblems::lineAndColumn);
    }

    /** Returns the problem of a text that is one line of a file: places are columns of that line. */
    public static Problem ofLine(JsonProcessingException thrown) {
        return of(thrown, JsonProblems::column);
    }

    private static Problem of(JsonProcessingException thrown, Function<JsonLocation, String> place) {
        String pointer = thrown instanceof JsonMappingException mapping ? pointer(mapping) : "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputCoercionException) {
                return Problem.invalid(pointer, Codes.INVALID, "must be a whole number from -2147483648 to 2147483647");
            }
            if (cause instanceof StreamConstraintsException tooMuch) {
                return malformed(limit(tooMuch), tooMuch.getLocation(), place);
            }
            if (cause instanceof StreamReadException unreadable) {
                return malformed(reason(unreadable), unreadable.getLocation(), place);
            }
        }
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return unknownField(pointer, unknown);
        }
        if (thrown instanceof MismatchedInputException mismatch) {
            return mismatch(pointer, mismatch, place);
        }
        return Problem.invalid(pointer, Codes.INVALID, "does not have the form that is expected here");
    }

    static Problem empty() {
        return Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "the body is empty; JSON is expected");
    }

    static Problem nothing() {
        return Problem.invalid("", Codes.INVALID, "must be an object, not null");
    }

    static Problem notUtf8() {
        return Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "the body is not UTF-8");
    }

    private static Problem malformed(String reason, @Nullable JsonLocation at, Function<JsonLocation, String> place) {
        String where = at == null ? "" : place.apply(at);
        return Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "not readable as JSON" + where + ": " + reason);
    }

    private static String lineAndColumn(JsonLocation at) {
        return " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String column(JsonLocation at) {
        return " at column " + at.getColumnNr();
    }

    private static String reason(StreamReadException unreadable) {
        if (unreadable instanceof JsonEOFException) {
            return "the text ends too early";
        }
        String message = unreadable.getOriginalMessage();
        Matcher repeated = REPEATED.matcher(message);
        if (repeated.matches()) {
            return "the field `" + repeated.group(1) + "` stands there twice";
        }
        if (message.startsWith("Invalid UTF-8")) {
            return "bytes that are not UTF-8";
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "a control character inside a text must be written as an escape";
        }
        return "something else is expected here";
    }

    // The library tells its limits apart by message only; an unknown message still gives a true sentence.
    private static String limit(StreamConstraintsException tooMuch) {
        String message = tooMuch.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return "objects and lists may lie at most " + Json.MAX_DEPTH + " deep within each other";
        }
        if (message.startsWith("Number")) {
            return "a number may have at most " + Json.MAX_NUMBER_LENGTH + " characters";
        }
        if (message.startsWith("Name")) {
            return "the name of a field may have at most " + Json.MAX_NAME_LENGTH + " characters";
        }
        if (message.startsWith("String")) {
            return "a text may have at most " + Json.MAX_TEXT_LENGTH + " characters";
        }
        return "larger than the limits for JSON allow";
    }

    private static Problem unknownField(String pointer, UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        String allowed = known == null || known.isEmpty()
                ? ""
                : "; allowed are "
                        + known.stream().map(name -> "`" + name + "`").sorted().collect(Collectors.joining(", "));
        return Problem.invalid(
                pointer, Codes.UNKNOWN_FIELD, "there is no field `" + unknown.getPropertyName() + "`" + allowed);
    }

    private static Problem mismatch(
            String pointer, MismatchedInputException mismatch, Function<JsonLocation, String> place) {
        String message = mismatch.getOriginalMessage();
        if (message.startsWith("Trailing token")) {
            return malformed("nothing may follow the value", mismatch.getLocation(), place);
        }
        if (mismatch instanceof InvalidFormatException && message.contains(WholeText.HALF)) {
            return Problem.invalid(pointer, Codes.INVALID, WholeText.HALF);
        }
        return Problem.invalid(pointer, Codes.INVALID, "must be " + expected(mismatch.getTargetType()));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return "a time such as `2026-03-01T09:00:00Z`";
        }
        return "an object";
    }

    private static String pointer(JsonMappingException thrown) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            String name = step.getFieldName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : Faults.escaped(name));
        }
        return pointer.toString();
    }
}
