package org.sightline.shell.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** A table whose columns are named as the members in JSON. */
public final class TextTable {

    private final List<String> columns;
    private final String whenEmpty;
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * Creates a table without rows.
     *
     * @param whenEmpty what to say instead of an empty table
     * @param columns   their names
     */
    public TextTable(String whenEmpty, String... columns) {
        this.whenEmpty = whenEmpty;
        this.columns = List.of(columns);
    }

    /** Adds a row; null cells stay empty. */
    public TextTable row(@Nullable Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell == null ? "" : cell(cell));
        }
        rows.add(row);
        return this;
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        if (rows.isEmpty()) {
            out.println(whenEmpty);
            return;
        }
        ShellTable table = new ShellTable();
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row));
        table.print(out, UTF_8, true);
    }

    private static String cell(Object value) {
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : Printable.of(value.toString());
    }
}
