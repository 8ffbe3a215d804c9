package org.sightline.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Changes what is in a zip file, so that it is a good zip file with something else in it. */
final class SpoiledZip {

    private SpoiledZip() {}

    /** Replaces the first occurrence of a text, which must be there. */
    static void replace(Path file, String entry, String old, String other) throws IOException {
        try (FileSystem zip = open(file)) {
            String content = Files.readString(zip.getPath(entry));
            int at = content.indexOf(old);
            if (at < 0) {
                throw new IllegalArgumentException("`" + entry + "` does not contain `" + old + "`");
            }
            String spoiled = content.substring(0, at) + other + content.substring(at + old.length());
            Files.write(zip.getPath(entry), spoiled.getBytes(UTF_8));
        }
    }

    static void remove(Path file, String entry) throws IOException {
        try (FileSystem zip = open(file)) {
            Files.delete(zip.getPath(entry));
        }
    }

    private static FileSystem open(Path file) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of());
    }
}
