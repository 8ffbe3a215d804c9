package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.itests.http.Json;
import org.sightline.itests.server.ServerUnderTest;

/**
 * What a page tells people to paste. Blocks marked {@code sh} run one after the other in one shell; a block marked {@code
 * json} right after one is what it must print.
 */
final class Snippets {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final List<Snippet> snippets;

    private Snippets(List<Snippet> snippets) {
        this.snippets = snippets;
    }

    /**
     * A block to run.
     *
     * @param script   what to paste
     * @param expected the JSON it prints; empty when the page does not say
     */
    private record Snippet(String script, String expected) {}

    /** Finds them in a page. */
    static Snippets of(Path page) throws IOException {
        String text = Files.readString(page);
        List<Snippet> snippets = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        int last = -1;
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                snippets.add(new Snippet(blocks.group(2), ""));
                last = blocks.end();
            } else if (blocks.group(1).equals("json")
                    && last >= 0
                    && text.substring(last, blocks.start()).isBlank()) {
                Snippet asked = snippets.remove(snippets.size() - 1);
                snippets.add(new Snippet(asked.script(), blocks.group(2)));
            }
        }
        return new Snippets(snippets);
    }

    /** Returns these with another word for one of the page's, in what is pasted and in what it prints. */
    Snippets naming(String word, String instead) {
        Pattern whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
        String other = Matcher.quoteReplacement(instead);
        return new Snippets(snippets.stream()
                .map(snippet -> new Snippet(
                        whole.matcher(snippet.script()).replaceAll(other),
                        whole.matcher(snippet.expected()).replaceAll(other)))
                .toList());
    }

    /** Returns how many there are. */
    int count() {
        return snippets.size();
    }

    /**
     * Pastes them all against a server.
     *
     * @param folder      where the shell runs, empty
     * @param before      what the shell does first
     * @param environment what it finds in its environment beside the usual
     */
    void paste(ServerUnderTest server, Path folder, String before, Map<String, String> environment)
            throws IOException, InterruptedException {
        // Readers have the server on its usual port and its data in the checkout.
        Files.createSymbolicLink(folder.resolve("data"), server.data());
        StringBuilder script = new StringBuilder("set -eu\n").append(before);
        for (int i = 0; i < snippets.size(); i++) {
            script.append("{\n")
                    .append(snippets.get(i).script().replace(":8181", ":" + server.httpPort()))
                    .append("} > ")
                    .append(folder)
                    .append("/out-")
                    .append(i)
                    .append('\n');
        }
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("errors").toFile());
        builder.environment().putAll(environment);
        Process bash = builder.start();
        assertThat(bash.waitFor(5, TimeUnit.MINUTES))
                .as("the snippets come to an end")
                .isTrue();
        assertThat(bash.exitValue())
                .as("exit status of the snippets: %s\n%s", Files.readString(folder.resolve("errors")), last(folder))
                .isZero();
        for (int i = 0; i < snippets.size(); i++) {
            compare(snippets.get(i), Files.readString(folder.resolve("out-" + i)));
        }
    }

    /** What the last block printed that was reached. */
    private String last(Path folder) throws IOException {
        int reached = 0;
        while (Files.exists(folder.resolve("out-" + (reached + 1)))) {
            reached++;
        }
        Path output = folder.resolve("out-" + reached);
        return Files.exists(output) ? Files.readString(output) : "";
    }

    private static void compare(Snippet snippet, String printed) {
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
