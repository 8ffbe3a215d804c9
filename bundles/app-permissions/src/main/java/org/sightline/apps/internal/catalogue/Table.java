package org.sightline.apps.internal.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a tab-separated file whose first line names the columns. Empty lines and those with {@code #} are skipped. */
final class Table {

    private static final String COMMENT = "#";

    private final String name;
    private final List<Line> lines = new ArrayList<>();

    private Table(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param name    of the file, for messages
     * @param columns all columns it must have, in this order
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is not such a file, naming the line
     */
    static Table read(String name, Reader content, List<String> columns) throws IOException {
        Table table = new Table(name);
        BufferedReader reader = new BufferedReader(content);
        @Nullable String header = reader.readLine();
        if (header == null || !cells(header).equals(columns)) {
            throw table.wrong(1, "the columns must be " + String.join(", ", columns) + ", separated by tabs");
        }
        int number = 1;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank() && !text.startsWith(COMMENT)) {
                table.lines.add(table.line(number, text, columns));
            }
        }
        return table;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    private Line line(int number, String text, List<String> columns) {
        List<String> cells = cells(text);
        if (cells.size() != columns.size()) {
            throw wrong(number, "has " + cells.size() + " columns instead of " + columns.size());
        }
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            String value = cells.get(at).strip();
            if (value.isEmpty()) {
                throw wrong(number, "has nothing in the column `" + columns.get(at) + "`");
            }
            values.put(columns.get(at), value);
        }
        return new Line(number, values);
    }

    private IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("`" + name + "`, line " + line + ": " + what);
    }

    List<Line> lines() {
        return lines;
    }

    /** One line. */
    final class Line {

        private final int number;
        private final Map<String, String> values;

        private Line(int number, Map<String, String> values) {
            this.number = number;
            this.values = Map.copyOf(values);
        }

        /** Returns what stands in a column of the file. */
        String text(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("`" + name + "` has no column `" + column + "`");
            }
            return value;
        }

        /** Returns that the line is wrong. */
        IllegalArgumentException wrong(String what) {
            return Table.this.wrong(number, what);
        }
    }
}
