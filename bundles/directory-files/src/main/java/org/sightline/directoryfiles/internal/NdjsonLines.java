package org.sightline.directoryfiles.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportLine;
import org.sightline.json.Json;
import org.sightline.json.JsonProblems;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * The lines of a file of JSON lines, read while they are asked for; empty lines are left out but counted
 * (docs/import.md, "JSON lines"). Throws {@link UncheckedIOException} when the file cannot be read on.
 */
final class NdjsonLines implements Iterator<ImportLine> {

    private final PhysicalLines lines;
    private final int longest;
    private final EntryReader reader;
    private @Nullable ImportLine upcoming;

    /**
     * Reads a file.
     *
     * @param longest how many bytes a line may have
     */
    NdjsonLines(PhysicalLines lines, int longest, EntryReader reader) {
        this.lines = lines;
        this.longest = longest;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        try {
            while (upcoming == null && lines.next()) {
                upcoming = present();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return upcoming != null;
    }

    @Override
    public ImportLine next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException("the file has no further line");
        }
        ImportLine line = upcoming;
        upcoming = null;
        return line;
    }

    private @Nullable ImportLine present() throws IOException {
        if (lines.fault() != PhysicalLines.Fault.NONE) {
            return LineProblems.of(lines.number(), lines.fault(), longest);
        }
        CharBuffer text = lines.text();
        if (isBlank(text)) {
            return null;
        }
        try {
            return new ImportLine.Entry(lines.number(), reader.read(tree(text)));
        } catch (JsonProcessingException e) {
            return LineProblems.of(lines.number(), JsonProblems.ofLine(e));
        } catch (ProblemException e) {
            return LineProblems.of(lines.number(), e.problem());
        }
    }

    private static JsonNode tree(CharBuffer text) throws IOException {
        try (JsonParser parser =
                Json.mapper().createParser(text.array(), text.arrayOffset() + text.position(), text.remaining())) {
            JsonNode tree = Json.mapper().readTree(parser);
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.of(
                        ProblemKind.MALFORMED, Codes.MALFORMED_JSON, "a line holds one object and nothing after it"));
            }
            return tree;
        }
    }

    private static boolean isBlank(CharBuffer text) {
        for (int i = text.position(); i < text.limit(); i++) {
            char c = text.get(i);
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return true;
    }
}
