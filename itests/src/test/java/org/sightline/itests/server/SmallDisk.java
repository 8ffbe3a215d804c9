package org.sightline.itests.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A small file system in memory at a server's data folder; only those who may mount can have one. */
public final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Path filling;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filling = folder.resolve("filling");
    }

    /** Mounts one; skips the calling test, and says why, where that is not allowed. */
    public static SmallDisk at(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
            String refusal = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
            Assumptions.assumeTrue(refusal.isEmpty(), "needs to mount a small file system, as root can: " + refusal);
            return new SmallDisk(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leaves no room. */
    public void fill() {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filling)) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        } catch (IOException full) {
            // As wanted; what the last chunk left over is less than a page.
            if (folder.toFile().getUsableSpace() >= CHUNK) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** Makes room again. */
    public void makeRoom() {
        try {
            Files.deleteIfExists(filling);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets nobody write, or everybody again. */
    public void setReadOnly(boolean readOnly) {
        String refusal = run("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), folder.toString());
        if (!refusal.isEmpty()) {
            throw new IllegalStateException(refusal);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }

    /** Returns what went wrong; empty when nothing did. */
    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            return status == 0 ? "" : Stream.of(output, "status " + status).collect(Collectors.joining(", "));
        } catch (IOException missing) {
            return missing.getMessage();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
