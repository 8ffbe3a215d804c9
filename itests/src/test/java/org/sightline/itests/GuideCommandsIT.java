package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** The console commands that the pages name are there, with the options that the pages give them. */
@ExtendWith(SharedServer.class)
class GuideCommandsIT {

    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();

    /** A command in code, with what follows it there; an ellipsis is no option. */
    private static final Pattern COMMAND = Pattern.compile("(sightline:[a-z-]+[a-z])([^`\n#]*)");

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*[a-z]");

    @Test
    void theConsoleKnowsWhatThePagesName(ServerUnderTest server) throws IOException {
        Map<String, Set<String>> named = named();
        assertThat(named).hasSizeGreaterThan(40);
        String all = named.keySet().stream().map(command -> command + " --help").collect(Collectors.joining("; "));
        Console.Output help = Console.of(server).run(all);
        assertThat(help.exit()).as("exit status, after: %s", help.output()).isZero();
        String[] texts = help.output().split("DESCRIPTION", -1);
        assertThat(texts).as("as many texts as commands, and nothing before").hasSize(named.size() + 1);
        int text = 1;
        for (Map.Entry<String, Set<String>> command : named.entrySet()) {
            assertThat(texts[text++])
                    .as("what `%s --help` says", command.getKey())
                    .contains(command.getValue());
        }
    }

    /** Returns the commands of all pages, each with itself and the options that it is given anywhere. */
    private static Map<String, Set<String>> named() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        try (Stream<Path> pages = Files.list(DOCS)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher commands = COMMAND.matcher(Files.readString(page));
                while (commands.find()) {
                    Set<String> options =
                            named.computeIfAbsent(commands.group(1), first -> new TreeSet<>(Set.of(first)));
                    OPTION.matcher(commands.group(2)).results().forEach(option -> options.add(option.group()));
                }
            }
        }
        return named;
    }
}
