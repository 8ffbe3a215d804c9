package org.sightline.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout: which modules the reactor has, and what was compiled in each. */
final class House {

    static final Path ROOT = findRoot();

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** Where modules that become bundles lie. */
    private static final List<String> HALLS = List.of("bundles/", "samples/");

    private static final List<Room> ROOMS = reactor().stream()
            .filter(module -> HALLS.stream().anyMatch(module::startsWith))
            .map(module -> Room.of(module.substring(module.indexOf('/') + 1)))
            .toList();

    private static final JavaClasses CLASSES = importAll();

    private House() {}

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("karaf-assembly/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new AssertionError("run this inside a checkout: no karaf-assembly/pom.xml above here");
            }
        }
        return folder;
    }

    /** Returns all modules of the reactor as paths from the root, parents before children. */
    static List<String> reactor() {
        return below("").toList();
    }

    private static Stream<String> below(String folder) {
        String pom = read(ROOT.resolve(folder).resolve("pom.xml"));
        return MODULE.matcher(pom)
                .results()
                .map(result -> folder.isEmpty() ? result.group(1) : folder + "/" + result.group(1))
                .flatMap(module -> Stream.concat(Stream.of(module), below(module)));
    }

    /** Returns the rooms that the reactor has. */
    static List<Room> rooms() {
        return ROOMS;
    }

    /** Returns the main classes of a room, package-info left out. */
    static List<JavaClass> classesOf(Room room) {
        return CLASSES.stream()
                .filter(type -> roomOf(type).filter(room::equals).isPresent())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    /** Returns the main classes of all rooms, package-info included. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** Returns the room a class was compiled in, told by where its file lies; empty for a class that is not ours. */
    static Optional<Room> roomOf(JavaClass type) {
        return type.getSource().map(source -> source.getUri().getPath()).flatMap(path -> rooms().stream()
                .filter(room -> path.contains("/" + room.folder() + "/target/classes/"))
                .findFirst());
    }

    /** Returns the manifest that bnd wrote for a room. */
    static Manifest manifestOf(Room room) {
        try (InputStream content = Files.newInputStream(compiled(room).resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(content);
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "no manifest for " + room.folder() + ": is its parent a bundle parent?", missing);
        }
    }

    /** Returns the Java files of a room's main sources. */
    static List<Path> sourcesOf(Room room) throws IOException {
        try (Stream<Path> files =
                Files.walk(compiled(room).resolve("../../src/main/java").normalize())) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A room that was not compiled has no classes here, and a test counts them. */
    static Path compiled(Room room) {
        return HALLS.stream()
                .map(hall -> ROOT.resolve(hall).resolve(room.folder()).resolve("target/classes"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("not-compiled"));
    }

    private static JavaClasses importAll() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/org/sightline/"))
                .importPaths(ROOMS.stream()
                        .map(House::compiled)
                        .filter(Files::isDirectory)
                        .toList());
    }
}
