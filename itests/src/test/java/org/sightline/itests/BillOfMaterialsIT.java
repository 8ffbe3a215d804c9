package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Json;
import org.sightline.itests.server.Assembly;

/** The list of what is shipped is complete (docs/security.md, "Bill of materials"). */
class BillOfMaterialsIT {

    private final Path repository = Assembly.home().resolve("system");

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    @Test
    void everyJarOfTheRepositoryIsOnTheList() throws IOException {
        Set<String> listed = new HashSet<>();
        JsonNode list = Json.read(Files.readString(Assembly.home().resolve("bill-of-materials.json")));
        for (JsonNode component : list.path("components")) {
            listed.add(component.path("purl").asText());
        }
        List<String> missing = new ArrayList<>();
        for (Path jar : jars()) {
            Path place = repository.relativize(jar);
            int names = place.getNameCount();
            String url = "pkg:maven/" + place.subpath(0, names - 3).toString().replace('/', '.') + "/"
                    + place.getName(names - 3) + "@" + place.getName(names - 2);
            if (!listed.contains(url)) {
                missing.add(url);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(listed).hasSizeGreaterThan(100);
    }

    @Test
    void bundlesOfOursSayWhoseClassesTheyHold() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path jar : jars()) {
            if (!jar.startsWith(repository.resolve("org/sightline"))) {
                continue;
            }
            try (JarFile file = new JarFile(jar.toFile())) {
                boolean holdsOthers = file.stream()
                        .map(entry -> entry.getName())
                        .anyMatch(name -> name.endsWith(".class")
                                && !name.startsWith("org/sightline/")
                                && !name.startsWith("META-INF/"));
                if (holdsOthers && file.getManifest().getMainAttributes().getValue("Embedded-Artifacts") == null) {
                    silent.add(jar.getFileName().toString());
                }
            }
        }
        assertThat(silent)
                .as("bundles that must name what they embed in the header Embedded-Artifacts")
                .isEmpty();
    }
}
