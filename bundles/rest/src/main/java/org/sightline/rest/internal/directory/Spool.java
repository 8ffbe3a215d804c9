package org.sightline.rest.internal.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the content of imports waits that are not run within their request. */
final class Spool {

    private static final String PREFIX = "sightline-";
    private static final String SUFFIX = ".import";

    private final Path folder;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a spool and removes what a server that died has left there.
     *
     * @param folder empty for the machine's temporary folder, which is then left as it is
     */
    static Spool in(String folder) throws IOException {
        if (folder.isBlank()) {
            return new Spool(Path.of(System.getProperty("java.io.tmpdir", ".")));
        }
        Path path = Files.createDirectories(Path.of(folder));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return new Spool(path);
    }

    /** Takes content to its end. */
    Waiting take(InputStream content) throws IOException {
        Waiting waiting = new Waiting(Files.createTempFile(folder, PREFIX, SUFFIX));
        try {
            Files.copy(content, waiting.file, StandardCopyOption.REPLACE_EXISTING);
            return waiting;
        } catch (IOException | RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    /**
     * Content that waits; gone once closed.
     *
     * @param file where
     */
    record Waiting(Path file) implements AutoCloseable {

        /** Opens the content. */
        InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
