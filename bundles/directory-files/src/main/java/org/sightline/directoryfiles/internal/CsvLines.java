package org.sightline.directoryfiles.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.ImportLine;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;

/**
 * The rows of a CSV file of members, read while they are asked for; each has the number of the line it begins on
 * (docs/import.md, "CSV"). A header that makes no sense is told and nothing after it is read. Throws
 * {@link UncheckedIOException} when the file cannot be read on.
 */
final class CsvLines implements Iterator<ImportLine> {

    private final CsvRows rows;
    private final EntryReader reader;
    private final Queue<ImportLine> upcoming = new ArrayDeque<>();
    private @Nullable CsvHeader header;
    private boolean finished;

    CsvLines(CsvRows rows, EntryReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        try {
            while (upcoming.isEmpty() && !finished) {
                advance(rows.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return !upcoming.isEmpty();
    }

    @Override
    public ImportLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the file has no further row");
        }
        return upcoming.remove();
    }

    private void advance(CsvRows.@Nullable Row row) {
        if (row == null) {
            finished = true;
            if (header == null) {
                upcoming.add(new ImportLine.Unreadable(
                        1, Codes.INVALID, "the file is empty; its first line must name the columns"));
            }
        } else if (row instanceof CsvRows.Row.Faulty faulty) {
            upcoming.add(faulty.line());
            // Without a header nothing that follows can be understood.
            finished = header == null;
            header = header == null ? CsvHeader.of(java.util.List.of()) : header;
        } else if (row instanceof CsvRows.Row.Cells cells) {
            advance(cells);
        }
    }

    private void advance(CsvRows.Row.Cells row) {
        CsvHeader columns = header;
        if (columns == null) {
            header = CsvHeader.of(row.cells());
            upcoming.addAll(header.faults(row.number()));
            finished = !upcoming.isEmpty();
            return;
        }
        try {
            upcoming.add(new ImportLine.Entry(row.number(), reader.read(columns.line(row.cells()))));
        } catch (ProblemException e) {
            upcoming.add(LineProblems.of(row.number(), e.problem()));
        }
    }
}
