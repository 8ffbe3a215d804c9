package org.sightline.materials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A jar of the assembly.
 *
 * @param file        where it lies
 * @param coordinates what it is
 * @param embedded    other artifacts whose classes it holds, by its header {@code Embedded-Artifacts}
 * @param licence     what its manifest says; null when that says nothing
 */
record ShippedJar(
        Path file,
        Coordinates coordinates,
        List<Coordinates> embedded,
        @Nullable String licence) {

    private static final String POM_PROPERTIES = "META-INF/maven/[^/]+/[^/]+/pom\\.properties";

    /**
     * Reads a jar.
     *
     * @param repository the folder in which jars lie as in a Maven repository
     * @throws IOException when it is no jar
     */
    static ShippedJar read(Path repository, Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            Coordinates coordinates =
                    file.startsWith(repository) ? byPlace(repository.relativize(file)) : byContent(jar, file);
            return new ShippedJar(
                    file,
                    coordinates,
                    header(manifest, "Embedded-Artifacts").map(ShippedJar::list).orElse(List.of()),
                    header(manifest, "Bundle-License").orElse(null));
        }
    }

    private static Coordinates byPlace(Path place) {
        int names = place.getNameCount();
        String group = place.subpath(0, names - 3).toString().replace('/', '.');
        return new Coordinates(
                group,
                place.getName(names - 3).toString(),
                place.getName(names - 2).toString());
    }

    /** Karaf's own jars outside the repository say it inside; the rest has nothing but the name of its file. */
    private static Coordinates byContent(JarFile jar, Path file) throws IOException {
        List<Coordinates> inside = new ArrayList<>();
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().matches(POM_PROPERTIES)) {
                inside.add(properties(jar, entry));
            }
        }
        String name = file.getFileName().toString().replaceAll("\\.jar$", "");
        return inside.stream()
                .filter(candidate -> name.startsWith(candidate.name()))
                .findFirst()
                .orElse(inside.size() == 1 ? inside.get(0) : byFileName(name));
    }

    private static Coordinates byFileName(String name) {
        String[] parts = name.split("-(?=[0-9])", 2);
        return new Coordinates("", parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static Coordinates properties(JarFile jar, JarEntry entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = jar.getInputStream(entry)) {
            properties.load(in);
        }
        return new Coordinates(
                properties.getProperty("groupId", ""),
                properties.getProperty("artifactId", ""),
                properties.getProperty("version", ""));
    }

    private static Optional<String> header(@Nullable Manifest manifest, String name) {
        return Optional.ofNullable(manifest)
                .map(present -> present.getMainAttributes().getValue(name));
    }

    private static List<Coordinates> list(String header) {
        return Arrays.stream(header.split(",")).map(Coordinates::of).toList();
    }
}
