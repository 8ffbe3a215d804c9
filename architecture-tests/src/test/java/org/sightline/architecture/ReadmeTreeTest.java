package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map in the root README shows the house as it is. */
class ReadmeTreeTest {

    /** A line of the tree: two blanks for each level, a folder with its slash, and what it is for. */
    private static final Pattern LINE = Pattern.compile("^( *)([a-z-]+)/ +\\S.*$", Pattern.MULTILINE);

    @Test
    void theTreeNamesExactlyTheModulesOfTheReactor() {
        assertThat(foldersInTree()).containsExactlyInAnyOrderElementsOf(House.reactor());
    }

    private static List<String> foldersInTree() {
        String readme = House.read(House.ROOT.resolve("README.md"));
        int start = readme.indexOf("```text\npom.xml");
        assertThat(start).as("a fenced block ```text that starts with pom.xml").isNotNegative();
        Matcher lines = LINE.matcher(readme.substring(start, readme.indexOf("\n```", start)));
        List<String> folders = new ArrayList<>();
        String hall = "";
        while (lines.find()) {
            if (lines.group(1).isEmpty()) {
                hall = lines.group(2);
                folders.add(hall);
            } else {
                folders.add(hall + "/" + lines.group(2));
            }
        }
        return folders;
    }
}
