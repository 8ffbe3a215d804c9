package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.http.Json;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * What the README tells people to paste is pasted here. Blocks marked {@code sh} run one after the other in one shell; a
 * block marked {@code json} right after one is what it must print.
 */
@ExtendWith(SharedServer.class)
class SnippetsIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * A block to run.
     *
     * @param script   what to paste
     * @param expected the JSON it prints; empty when the page does not say
     */
    private record Snippet(String script, String expected) {}

    @Test
    void theReadmeWorksAsItIsPasted(ServerUnderTest server, @TempDir Path folder) throws Exception {
        List<Snippet> snippets = snippetsOf(Files.readString(ROOT.resolve("README.md")));
        assertThat(snippets).as("blocks to paste in README.md").hasSizeGreaterThanOrEqualTo(5);
        run(server, folder, snippets);
        for (int i = 0; i < snippets.size(); i++) {
            Snippet snippet = snippets.get(i);
            String printed = Files.readString(folder.resolve("out-" + i));
            if (!snippet.expected().isEmpty()) {
                assertThat(Json.read(printed))
                        .as("answer to %s", snippet.script())
                        .isEqualTo(Json.read(snippet.expected()));
            }
            assertThat(printed)
                    .as("answer to %s", snippet.script())
                    .doesNotContain("problem")
                    .doesNotContain("\"code\"");
        }
    }

    @Test
    void theReadmeNamesTheTwoCommands() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("\n    ./run\n    mvn verify\n");
        assertThat(ROOT.resolve("run")).isExecutable();
    }

    @Test
    void linksInThePagesLeadSomewhere() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        for (String hall : List.of("docs", "bundles", "samples", "features", "karaf-assembly")) {
            try (var files = Files.walk(ROOT.resolve(hall))) {
                files.filter(file -> file.toString().endsWith(".md")
                                && !file.toString().contains("/target/"))
                        .forEach(pages::add);
            }
        }
        List<String> broken = new ArrayList<>();
        for (Path page : pages) {
            Matcher links = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    broken.add(ROOT.relativize(page) + " -> " + links.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Snippet> snippetsOf(String page) {
        List<Snippet> snippets = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page);
        int last = -1;
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                snippets.add(new Snippet(blocks.group(2), ""));
                last = blocks.end();
            } else if (blocks.group(1).equals("json")
                    && last >= 0
                    && page.substring(last, blocks.start()).isBlank()) {
                Snippet asked = snippets.remove(snippets.size() - 1);
                snippets.add(new Snippet(asked.script(), blocks.group(2)));
            }
        }
        return snippets;
    }

    private static void run(ServerUnderTest server, Path folder, List<Snippet> snippets) throws Exception {
        // Readers have the server on its usual port and its data in the checkout.
        Files.createSymbolicLink(folder.resolve("data"), server.data());
        StringBuilder script = new StringBuilder("set -eu\n");
        for (int i = 0; i < snippets.size(); i++) {
            script.append("{\n")
                    .append(snippets.get(i).script().replace(":8181", ":" + server.httpPort()))
                    .append("} > out-")
                    .append(i)
                    .append('\n');
        }
        Process bash = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("errors").toFile())
                .start();
        assertThat(bash.waitFor(1, TimeUnit.MINUTES))
                .as("the snippets come to an end")
                .isTrue();
        assertThat(bash.exitValue())
                .as("exit status of the snippets: %s", Files.readString(folder.resolve("errors")))
                .isZero();
    }
}
