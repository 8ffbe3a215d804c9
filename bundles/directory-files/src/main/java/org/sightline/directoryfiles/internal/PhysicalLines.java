package org.sightline.directoryfiles.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits bytes into physical lines and decodes each by itself, so that a fault stays on its line (docs/import.md,
 * "Lines"). A line ends at a line feed; a carriage return before it and a byte order mark at the start of the file
 * belong to no line. Memory is bounded by the longest line allowed, however long a line is. Not safe for several
 * threads.
 */
final class PhysicalLines {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream content;
    private final int longest;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private final byte[] read = new byte[64 * 1024];
    private int from;
    private int to;

    private byte[] line = new byte[1024];
    private int length;
    private CharBuffer text = CharBuffer.allocate(1024);

    private long number;
    private Fault fault = Fault.NONE;

    /** What is wrong with a physical line. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** It has more bytes than allowed; the rest was skipped. */
        TOO_LONG,
        /** Its bytes are not UTF-8. */
        NOT_UTF8
    }

    /**
     * Reads lines.
     *
     * @param content read to its end, not closed
     * @param longest how many bytes a line may have
     */
    PhysicalLines(InputStream content, int longest) {
        this.content = content;
        this.longest = longest;
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end
     */
    boolean next() throws IOException {
        length = 0;
        fault = Fault.NONE;
        if (!fill()) {
            return false;
        }
        collect();
        number++;
        if (number == 1) {
            dropByteOrderMark();
        }
        if (fault == Fault.NONE) {
            decode();
        }
        return true;
    }

    /** Returns the present line's number, from 1. */
    long number() {
        return number;
    }

    /** Returns what is wrong with the present line. */
    Fault fault() {
        return fault;
    }

    /** Returns the present line's text, valid until the next move; empty for a faulty line. */
    CharBuffer text() {
        return text;
    }

    private void collect() throws IOException {
        do {
            int end = from;
            while (end < to && read[end] != '\n') {
                end++;
            }
            append(from, end);
            if (end < to) {
                from = end + 1;
                break;
            }
            from = end;
        } while (fill());
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    private boolean fill() throws IOException {
        if (from < to) {
            return true;
        }
        from = 0;
        to = Math.max(0, content.read(read));
        return to > 0;
    }

    private void append(int start, int end) {
        int more = end - start;
        if (length + more > longest) {
            fault = Fault.TOO_LONG;
            text = empty();
            length = 0;
            return;
        }
        if (fault != Fault.NONE) {
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(read, start, line, length, more);
        length += more;
    }

    private void dropByteOrderMark() {
        if (length >= 3 && Arrays.equals(line, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
    }

    private void decode() {
        if (text.capacity() < length) {
            text = CharBuffer.allocate(line.length);
        }
        text.clear();
        decoder.reset();
        boolean whole =
                !decoder.decode(ByteBuffer.wrap(line, 0, length), text, true).isError()
                        && !decoder.flush(text).isError();
        text.flip();
        if (!whole) {
            fault = Fault.NOT_UTF8;
            text = empty();
        }
    }

    // A fresh one, as the old one may still be somebody's present line.
    private static CharBuffer empty() {
        return CharBuffer.allocate(1024).flip();
    }
}
