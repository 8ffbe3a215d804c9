package org.sightline.itests.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The archive that operators get, unpacked once for all tests of a run. */
public final class Assembly {

    /** Where servers put what they write, one folder each. */
    static final Path WORK =
            Path.of(System.getProperty("itests.work", "target/servers")).toAbsolutePath();

    private static final Path HOME = unpack();

    private Assembly() {}

    /** Returns the program folder; servers must not write into it. */
    public static Path home() {
        return HOME;
    }

    /** Returns what lies in the program folder: size and time of change by path. */
    public static Map<String, String> listing() {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                listing.put(
                        HOME.relativize(file).toString(),
                        Files.isDirectory(file) ? "folder" : Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return listing;
    }

    /** Removes a folder with all in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static Path unpack() {
        Path archive = Path.of(System.getProperty("itests.assembly", "the property itests.assembly is not set"));
        try {
            delete(WORK);
            Path program = Files.createDirectories(WORK.resolve("program"));
            Process tar = new ProcessBuilder(
                            "tar", "-xzf", archive.toString(), "-C", program.toString(), "--strip-components=1")
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new AssertionError("cannot unpack " + archive + ": build karaf-assembly first");
            }
            return program;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while unpacking", interrupted);
        }
    }
}
