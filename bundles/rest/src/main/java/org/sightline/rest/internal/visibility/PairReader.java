package org.sightline.rest.internal.visibility;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.json.Json;
import org.sightline.json.JsonProblems;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.visibility.LiveQuestions;
import org.sightline.visibility.VisibilityEngine;

/**
 * Reads pairs and decides them as they come, without an object for each: a batch is what other software asks all day.
 * Used for one request.
 */
final class PairReader {

    /** How many pairs a batch may have. */
    static final int MAX_PAIRS = 10_000;

    private static final String PAIRS = "pairs";
    private static final String SUBJECT = "subject_user_id";
    private static final String OBJECT = "object_user_id";
    private static final int ABSENT = -2;

    /** Of so many answers one is told to whoever compares. */
    private static final int ONE_OF = 16;

    private final TenantSnapshot state;
    private final DirectorySnapshot directory;
    private final VisibilityEngine engine;
    private final LiveQuestions live;
    private final boolean compared;
    private boolean[] results = new boolean[1024];
    private int count;

    PairReader(TenantSnapshot state, VisibilityEngine engine, LiveQuestions live) {
        this.state = state;
        this.directory = state.directory();
        this.engine = engine;
        this.live = live;
        this.compared = state.shadow() != null;
    }

    /**
     * Decides all pairs of a body.
     *
     * @throws ProblemException {@code malformed_json}, {@code unknown_field}, {@code invalid} with a pointer
     */
    boolean[] decide(byte[] body) {
        try (JsonParser parser = Json.mapper().createParser(body)) {
            readDocument(parser);
            return Arrays.copyOf(results, count);
        } catch (JsonProcessingException e) {
            throw new ProblemException(JsonProblems.of(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readDocument(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw parser.currentToken() == null
                    ? Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "the body is empty")
                            .exception()
                    : invalid("", "must be an object");
        }
        boolean seen = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!name.equals(PAIRS)) {
                throw unknown("/" + name, name);
            }
            readPairs(parser);
            seen = true;
        }
        if (parser.nextToken() != null) {
            throw Problem.of(ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "nothing may follow the object")
                    .exception();
        }
        if (!seen) {
            throw invalid("/" + PAIRS, "`pairs` is missing");
        }
    }

    private void readPairs(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw invalid("/" + PAIRS, "must be a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == MAX_PAIRS) {
                throw invalid(
                        "/" + PAIRS, "must have at most " + MAX_PAIRS + " entries; send the rest in another batch");
            }
            boolean answer = readPair(parser);
            if (count == results.length) {
                results = Arrays.copyOf(results, Math.min(MAX_PAIRS, 2 * count));
            }
            results[count++] = answer;
        }
    }

    private boolean readPair(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw invalid(pointer(), "must be an object");
        }
        int subject = ABSENT;
        int object = ABSENT;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case SUBJECT -> subject = readMember(parser, SUBJECT);
                case OBJECT -> object = readMember(parser, OBJECT);
                default -> throw unknown(pointer() + "/" + name, name);
            }
        }
        require(subject, SUBJECT);
        require(object, OBJECT);
        boolean visible = engine.sees(subject, object);
        if (compared && count % ONE_OF == 0) {
            live.answered(state, subject, object, visible);
        }
        return visible;
    }

    private int readMember(JsonParser parser, String name) throws IOException {
        String text = parser.nextTextValue();
        if (text == null) {
            throw invalid(pointer() + "/" + name, "must be a text");
        }
        int number = number(text);
        if (number == DirectorySnapshot.NONE) {
            throw invalid(pointer() + "/" + name, "there is no user `" + text + "`");
        }
        return number;
    }

    private int number(String text) {
        try {
            return directory.memberNumber(new UserId(text));
        } catch (IllegalArgumentException e) {
            // What cannot be an id is nobody's.
            return DirectorySnapshot.NONE;
        }
    }

    private void require(int number, String name) {
        if (number == ABSENT) {
            throw invalid(pointer() + "/" + name, "`" + name + "` is missing");
        }
    }

    private String pointer() {
        return "/" + PAIRS + "/" + count;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return Problem.invalid(pointer, Codes.INVALID, detail).exception();
    }

    private static ProblemException unknown(String pointer, String name) {
        return Problem.invalid(pointer, Codes.UNKNOWN_FIELD, "there is no field `" + name + "`")
                .exception();
    }
}
