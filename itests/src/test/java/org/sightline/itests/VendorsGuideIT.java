package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.server.Assembly;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Walks docs/vendors.md as a vendor would: from an unpacked server to a rule of the vendor's own that serves. */
@ExtendWith(SharedServer.class)
class VendorsGuideIT {

    private static final Path PAGE =
            Path.of("../docs/vendors.md").toAbsolutePath().normalize();
    private static final Path MAVEN = Path.of(System.getProperty("itests.maven", "the property itests.maven"));
    private static final Path REPOSITORY =
            Path.of(System.getProperty("itests.repository", "the property itests.repository"));

    /** Plug-ins and libraries are those of the build, so that nothing is fetched. */
    private static final String OFFLINE = """
            mvn() { "$MAVEN" -B -o -ntp -Daether.offline.protocols=file -Dmaven.repo.local="$REPOSITORY" "$@"; }
            """;

    @Test
    void theWalkWorksAsItIsPasted(ServerUnderTest server, @TempDir Path folder) throws Exception {
        Path walk = Files.createDirectories(folder.resolve("walk"));
        Snippets snippets = Snippets.of(PAGE);
        assertThat(snippets.count()).as("blocks to paste in docs/vendors.md").isGreaterThanOrEqualTo(8);
        Map<String, String> environment = Map.of(
                "SIGHTLINE_HOME", Assembly.home().toString(),
                "SIGHTLINE_DATA", server.data().toString(),
                "MAVEN", MAVEN.resolve("bin/mvn").toString(),
                "MAVEN_OPTS", "-Xmx512m",
                "REPOSITORY",
                        withoutOurs(server.data().resolveSibling("vendors-repository"))
                                .toString());
        Path deployed = server.deployFolder().resolve("same-title.jar");
        try {
            snippets.paste(server, walk, OFFLINE, environment);
        } finally {
            Files.deleteIfExists(deployed);
        }
        assertThat(walk.resolve("same-title/target/surefire-reports"))
                .as("the kit judged the rule")
                .isDirectoryContaining(report -> report.toString().endsWith("SameTitleContractTest.txt"));
    }

    /**
     * Makes a view of the local repository without the artifacts of this project: a vendor has none, and the build's own
     * must not be hidden by what this test puts there.
     */
    private static Path withoutOurs(Path view) throws IOException {
        link(REPOSITORY, view, "org");
        link(REPOSITORY.resolve("org"), view.resolve("org"), "sightline");
        return view;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }
}
