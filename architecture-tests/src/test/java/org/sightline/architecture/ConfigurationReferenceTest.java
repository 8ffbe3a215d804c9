package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.settings.EnvironmentVariable;

/**
 * docs/configuration.md is made of the code: of the settings that the rooms declare, the files in {@code etc/} and the list
 * of environment variables. With {@code -Dconfiguration.write=true} this test writes it.
 */
class ConfigurationReferenceTest {

    private static final Path PAGE = House.ROOT.resolve("docs/configuration.md");
    private static final Pattern VARIABLE = Pattern.compile("SIGHTLINE_[A-Z]+(_[A-Z]+)*");

    /** What scripts tell each other and the files in {@code etc/}; nobody sets them from outside. */
    private static final Set<String> INSIDE = Set.of(
            "SIGHTLINE_DATA_DIR",
            "SIGHTLINE_LOG_PATTERN",
            "SIGHTLINE_ACCESS_PATTERN",
            "SIGHTLINE_ACCESS_LEVEL",
            "SIGHTLINE_REMOTE_CONSOLE");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String made = ConfigurationPage.text(House.rooms());
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(PAGE, made);
        }
        assertThat(Files.exists(PAGE) ? House.read(PAGE) : "")
                .as("docs/configuration.md; make it anew with"
                        + " `mvn -pl architecture-tests -am test -Dtest=ConfigurationReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dconfiguration.write=true`")
                .isEqualTo(made);
    }

    @Test
    void everyVariableThatSomebodyLooksAtIsInTheList() throws IOException {
        Set<String> known = new TreeSet<>(INSIDE);
        Arrays.stream(EnvironmentVariable.values()).map(Enum::name).forEach(known::add);
        Set<String> used = new TreeSet<>();
        for (Path file : lookedAt()) {
            VARIABLE.matcher(House.read(file)).results().map(MatchResult::group).forEach(used::add);
        }
        assertThat(used).hasSizeGreaterThan(15);
        assertThat(used).as("variables in sources, etc/ and scripts").isEqualTo(known);
    }

    @Test
    void everySettingThatAFileInEtcNamesExists() {
        List<String> strange = House.rooms().stream()
                .flatMap(room -> ConfigurationPage.settings(room).stream())
                .flatMap(ConfigurationPage.Settings::strangeKeys)
                .toList();
        assertThat(strange).as("keys in etc/ that no room knows").isEmpty();
    }

    /** What tests look at is theirs. */
    private static List<Room> shippedRooms() {
        return House.rooms().stream()
                .filter(room -> room.kind() != Room.Kind.TEST)
                .toList();
    }

    private static List<Path> lookedAt() throws IOException {
        try (Stream<Path> shipped = Files.walk(House.ROOT.resolve("karaf-assembly/src/main"))) {
            Stream<Path> files = shipped.filter(Files::isRegularFile);
            Stream<Path> sources = Stream.empty();
            for (Room room : shippedRooms()) {
                sources = Stream.concat(sources, House.sourcesOf(room).stream());
            }
            return Stream.concat(Stream.concat(files, Stream.of(House.ROOT.resolve("run"))), sources)
                    .toList();
        }
    }
}
