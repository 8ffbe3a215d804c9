package org.sightline.shell.internal.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Shows how far a long piece of work is, in one line that is written over and over. */
public final class ProgressBar implements LongConsumer, AutoCloseable {

    private static final int WIDTH = 40;

    private final @Nullable PrintStream out;
    private final long total;
    private int shownPercent = -1;

    private ProgressBar(@Nullable PrintStream out, long total) {
        this.out = out;
        this.total = Math.max(1, total);
    }

    /**
     * Returns a bar.
     *
     * @param total the count at the end of the work, about
     */
    public static ProgressBar on(PrintStream out, long total) {
        return new ProgressBar(out, total);
    }

    /** Returns one that only counts, for work whose end nobody knows beforehand. */
    public static ProgressBar counting(PrintStream out) {
        return new ProgressBar(out, Long.MAX_VALUE);
    }

    /** Returns a bar that nobody sees. */
    public static ProgressBar silent() {
        return new ProgressBar(null, 1);
    }

    /** Returns how many lines a file has. */
    public static long lines(Path file) throws IOException {
        long lines = 0;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int next = content.read(); next >= 0; next = content.read()) {
                if (next == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }

    /** Draws the bar when it has grown. */
    @Override
    public synchronized void accept(long count) {
        if (out != null && total == Long.MAX_VALUE) {
            shownPercent = 0;
            out.print("\r" + count);
            out.flush();
            return;
        }
        int percent = (int) Math.min(100, count * 100 / total);
        if (out == null || percent == shownPercent) {
            return;
        }
        shownPercent = percent;
        int full = percent * WIDTH / 100;
        out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + "%  " + count);
        out.flush();
    }

    /** Leaves the line to what comes next. */
    @Override
    public synchronized void close() {
        if (out != null && shownPercent >= 0) {
            out.print("\r" + " ".repeat(WIDTH + 30) + "\r");
            out.flush();
        }
    }
}
