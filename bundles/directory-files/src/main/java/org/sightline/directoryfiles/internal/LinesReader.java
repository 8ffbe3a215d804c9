package org.sightline.directoryfiles.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands physical lines to a parser as one text with plain line feeds. It never gives out two lines in one call, so a
 * parser that has not asked for a line has not swallowed it. A faulty line is handed over empty and remembered.
 */
final class LinesReader extends Reader {

    private final PhysicalLines lines;
    private final Queue<FaultyLine> faulty = new ArrayDeque<>();
    private CharBuffer rest = CharBuffer.allocate(0);
    private boolean lineFeedDue;

    /**
     * A line that cannot be read.
     *
     * @param number from 1
     * @param fault  what is wrong with it
     */
    record FaultyLine(long number, PhysicalLines.Fault fault) {}

    LinesReader(PhysicalLines lines) {
        this.lines = lines;
    }

    /** Returns the number of the line that was handed out last. */
    long number() {
        return lines.number();
    }

    /** Returns the faulty lines met so far, first come first; callers take them out. */
    Queue<FaultyLine> faulty() {
        return faulty;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!rest.hasRemaining() && !lineFeedDue && !next()) {
            return -1;
        }
        int count = Math.min(length, rest.remaining());
        rest.get(target, offset, count);
        if (lineFeedDue && !rest.hasRemaining() && count < length) {
            target[offset + count] = '\n';
            lineFeedDue = false;
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        // INVARIANT: the content belongs to whoever opened it.
    }

    private boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        if (lines.fault() != PhysicalLines.Fault.NONE) {
            faulty.add(new FaultyLine(lines.number(), lines.fault()));
        }
        rest = lines.text().duplicate();
        lineFeedDue = true;
        return true;
    }
}
