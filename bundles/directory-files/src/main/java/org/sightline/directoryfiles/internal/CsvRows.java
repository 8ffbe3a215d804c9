package org.sightline.directoryfiles.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportLine;
import org.sightline.problem.Codes;

/**
 * Splits lines into rows of cells as RFC 4180 says. After a row that cannot be split, reading goes on at the next
 * physical line. Empty rows are left out.
 */
final class CsvRows {

    /** How many characters a cell may have; also how far a quote that nobody closed reaches, roughly. */
    private static final int MAX_CELL_LENGTH = 16_384;

    private static final CsvFactory CSV = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_CELL_LENGTH)
                    .build())
            .build();

    private final LinesReader source;
    private final int longest;
    private CsvParser parser;
    private long linesBeforeParser;

    /** What comes next: cells, or a line that cannot be read. */
    sealed interface Row {
        /**
         * A row.
         *
         * @param number of the line it begins on
         * @param cells  at least one, not all of them empty
         */
        record Cells(long number, List<String> cells) implements Row {}

        /** A line that cannot be read. */
        record Faulty(ImportLine.Unreadable line) implements Row {}
    }

    /**
     * Reads rows.
     *
     * @param longest how many bytes a line may have, for the text about longer ones
     */
    CsvRows(LinesReader source, int longest) throws IOException {
        this.source = source;
        this.longest = longest;
        this.parser = parser();
    }

    /** Returns what comes next; null at the end. */
    @Nullable
    Row next() throws IOException {
        while (true) {
            Row.Faulty waiting = faultyLineUpTo(finishedLine());
            if (waiting != null) {
                return waiting;
            }
            JsonToken token = token();
            if (token == null || token == JsonToken.END_ARRAY) {
                return faultyLineUpTo(Long.MAX_VALUE);
            }
            Row row = row(linesBeforeParser + parser.currentLocation().getLineNr());
            if (row != null) {
                return row;
            }
        }
    }

    private @Nullable Row row(long number) throws IOException {
        List<String> cells = new ArrayList<>();
        try {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                cells.add(parser.getText());
            }
        } catch (JsonProcessingException e) {
            restart();
            Row.Faulty line = faultyLineUpTo(source.number());
            return line != null ? line : new Row.Faulty(unreadable(number, e));
        }
        Row.Faulty line = faultyLineUpTo(finishedLine());
        if (line != null) {
            return line;
        }
        return cells.stream().allMatch(String::isEmpty) ? null : new Row.Cells(number, cells);
    }

    private @Nullable JsonToken token() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row began with something else than its first cell", e);
        }
    }

    private static ImportLine.Unreadable unreadable(long number, JsonProcessingException thrown) {
        if (thrown instanceof StreamConstraintsException) {
            return new ImportLine.Unreadable(
                    number,
                    Codes.TOO_LARGE,
                    "a cell has more than " + MAX_CELL_LENGTH + " characters; is the quote after it missing?");
        }
        if (thrown instanceof JsonEOFException || thrown.getOriginalMessage().startsWith("Missing closing quote")) {
            return new ImportLine.Unreadable(number, Codes.INVALID, "a quoted cell that begins here has no end");
        }
        return new ImportLine.Unreadable(
                number,
                Codes.INVALID,
                "after the closing quote of a cell a comma or the end of the line must follow; write a quote inside a"
                        + " quoted cell twice");
    }

    private Row.@Nullable Faulty faultyLineUpTo(long number) {
        LinesReader.FaultyLine first = source.faulty().peek();
        if (first == null || first.number() > number) {
            return null;
        }
        source.faulty().remove();
        return new Row.Faulty(LineProblems.of(first.number(), first.fault(), longest));
    }

    /** The number of the last line that belongs to a finished row. */
    private long finishedLine() {
        return linesBeforeParser + parser.currentLocation().getLineNr() - 1;
    }

    private void restart() throws IOException {
        linesBeforeParser = source.number();
        parser = parser();
    }

    private CsvParser parser() throws IOException {
        CsvParser fresh = CSV.createParser(source);
        fresh.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        // The array around all rows.
        fresh.nextToken();
        return fresh;
    }
}
