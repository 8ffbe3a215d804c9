package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/console.md names every command. */
class ConsolePageTest {

    private static final String COMMAND = "org.apache.karaf.shell.api.action.Command";

    @Test
    void noCommandIsLeftOut() {
        Set<String> commands = House.classes().stream()
                .filter(candidate -> candidate.isAnnotatedWith(COMMAND))
                .map(ConsolePageTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands).hasSizeGreaterThan(40);
        String page = House.read(House.ROOT.resolve("docs/console.md"));
        commands.removeIf(page::contains);
        assertThat(commands).as("commands that docs/console.md does not name").isEmpty();
    }

    private static String name(JavaClass command) {
        JavaAnnotation<?> annotation = command.getAnnotationOfType(COMMAND);
        return annotation.get("scope").orElseThrow() + ":"
                + annotation.get("name").orElseThrow();
    }
}
