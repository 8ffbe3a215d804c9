package org.sightline.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sightline.settings.EnvironmentVariable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Makes the page that lists all settings, out of what the build wrote about them. */
final class ConfigurationPage {

    private static final Path ETC = House.ROOT.resolve("karaf-assembly/src/main/resources/etc");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{env:(SIGHTLINE_[A-Z_]+)");

    private ConfigurationPage() {}

    /**
     * A setting of a room.
     *
     * @param key      its name in the file
     * @param type     {@code Integer} and the like
     * @param standard what holds when it is not set; empty for nothing
     * @param bounds   the least and the most; empty for none
     * @param meaning  what it sets
     */
    record Setting(String key, String type, String standard, String bounds, String meaning) {}

    /**
     * The settings under one PID.
     *
     * @param pid     which is the file's name, too
     * @param meaning what they are about; may be empty
     * @param all     the settings as declared
     */
    record Settings(String pid, String meaning, List<Setting> all) {

        private Properties shipped() {
            Properties properties = new Properties();
            Path file = ETC.resolve(pid + ".cfg");
            try {
                properties.load(new StringReader(Files.exists(file) ? House.read(file) : ""));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return properties;
        }

        Stream<String> strangeKeys() {
            return shipped().stringPropertyNames().stream()
                    .filter(key ->
                            all.stream().noneMatch(setting -> setting.key().equals(key)))
                    .map(key -> pid + ": " + key);
        }

        private String text() {
            Properties shipped = shipped();
            String rows = all.stream()
                    .map(setting -> row(setting, shipped.getProperty(setting.key())))
                    .collect(Collectors.joining());
            return "\n## `etc/" + pid + ".cfg`\n\n" + (meaning.isEmpty() ? "" : meaning + "\n\n")
                    + "| setting | default | meaning |\n| --- | --- | --- |\n" + rows;
        }
    }

    private static String row(Setting setting, String shipped) {
        List<String> variables = shipped == null
                ? List.of()
                : FROM_ENVIRONMENT
                        .matcher(shipped)
                        .results()
                        .map(result -> "`" + result.group(1) + "`")
                        .toList();
        String standard = variables.isEmpty() && shipped != null ? shipped : setting.standard();
        return "| `" + setting.key() + "` | " + (standard.isEmpty() ? "none" : "`" + standard + "`") + " | "
                + setting.meaning()
                + (setting.bounds().isEmpty() ? "" : "; " + setting.bounds())
                + (variables.isEmpty() ? "" : "; from " + String.join(", else ", variables))
                + " |\n";
    }

    static String text(List<Room> rooms) {
        return """
                # Settings

                Made by the build out of the code; do not edit. A file in `etc/` of the data directory is read again when it
                changes, and the part it belongs to starts anew with it. `${env:NAME:-default}` in a file takes an environment
                variable. A setting that would make the server unsafe, or cannot be understood, keeps its part from starting:
                `/health/ready` and the log say which.

                ## Environment

                These win over the files.

                | variable | default | meaning |
                | --- | --- | --- |
                """
                + Arrays.stream(EnvironmentVariable.values())
                        .map(variable -> "| `" + variable.name() + "` | " + variable.standard() + " | "
                                + variable.meaning() + " |\n")
                        .collect(Collectors.joining())
                + """
                | `JAVA_HOME`, `JAVA_OPTS` | `java` on the path | which Java, and more options for it, such as `-Xmx8g` |
                | `KARAF_EXEC` | none | `exec` for service managers: the process they start is then the server itself |
                """
                + rooms.stream()
                        .filter(room -> room.kind() != Room.Kind.PLUG_IN)
                        .flatMap(room -> settings(room).stream())
                        .sorted(Comparator.comparing(Settings::pid))
                        .map(Settings::text)
                        .collect(Collectors.joining())
                + """

                ## Others

                `etc/org.apache.felix.http.cfg` has the port, limits and TLS of HTTP, `etc/org.ops4j.pax.logging.cfg` where the
                logs go, `etc/users.properties` and `etc/keys.properties` who may use the console. What else lies there is
                Karaf's own.
                """;
    }

    static List<Settings> settings(Room room) {
        Path folder = House.compiled(room).resolve("OSGI-INF/metatype");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(ConfigurationPage::declared).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Settings declared(Path file) {
        Document document = parsed(file);
        Element group = (Element) document.getElementsByTagName("OCD").item(0);
        NodeList settings = group.getElementsByTagName("AD");
        NodeList named = document.getElementsByTagName("Designate");
        if (named.getLength() == 0) {
            throw new AssertionError(file + ": no component names these settings with @Designate");
        }
        return new Settings(
                ((Element) named.item(0)).getAttribute("pid"),
                group.getAttribute("description"),
                IntStream.range(0, settings.getLength())
                        .mapToObj(settings::item)
                        .map(Element.class::cast)
                        .map(ConfigurationPage::setting)
                        .toList());
    }

    private static Setting setting(Element declared) {
        String description = declared.getAttribute("description");
        return new Setting(
                declared.getAttribute("id"),
                declared.getAttribute("type"),
                // Blanks, commas and backslashes are escaped there.
                declared.getAttribute("default").replaceAll("\\\\(.)", "$1"),
                bounds(declared.getAttribute("min"), declared.getAttribute("max")),
                (description.isEmpty() ? declared.getAttribute("name") : description)
                        .replace("|", "\\|")
                        .replace("<", "&lt;"));
    }

    private static String bounds(String least, String most) {
        return (least.isEmpty() ? "" : "from " + least) + (most.isEmpty() ? "" : " to " + most);
    }

    private static Document parsed(Path file) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new AssertionError(file + " is not what bnd writes", unreadable);
        }
    }
}
