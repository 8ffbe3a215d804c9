package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Assembly;
import org.sightline.itests.server.Listening;
import org.sightline.itests.server.ServerUnderTest;

/**
 * Every settings file that is shipped is damaged in every way: each is named, what can goes on, nothing opens that was
 * closed before, and the mended files are taken without a restart.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingsFaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Longer than the folder is left alone, and than what health found stays fresh. */
    private static final Duration AT_LEAST_A_LOOK = Duration.ofMillis(2_500);

    private static final String HTTP = "org.apache.felix.http.cfg";
    private static final String REST = "org.sightline.rest.cfg";

    /** A key of each file that takes no words. */
    private static final Map<String, String> NUMBERS = Map.of(
            "org.sightline.address.cfg",
            "http_port",
            "org.sightline.apps.cfg",
            "refresh.token.days",
            "org.sightline.events.cfg",
            "keep_days",
            "org.sightline.mail.cfg",
            "port",
            "org.sightline.notifications.cfg",
            "keep_days",
            REST,
            "rate_limit_per_second",
            "org.sightline.storage.cfg",
            "maximum.connections",
            "org.sightline.upkeep.cfg",
            "keep_revisions_days");

    private static ServerUnderTest server;
    private static Map<String, String> shipped;
    private static Path etc;

    /** The first start of this server, with files of which none can be read. */
    @BeforeAll
    static void startWithFilesThatCannotBeRead() throws IOException {
        shipped = files(Assembly.home().resolve("etc"));
        server = new ServerUnderTest("damaged-settings");
        etc = Files.createDirectories(server.data().resolve("etc"));
        for (String file : shipped.keySet()) {
            Damage.WRONG_ESCAPE.doTo(etc.resolve(file));
        }
        server.launch();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.equals(HTTP) || name.matches("org\\.sightline\\..*\\.cfg|Jakartars.*\\.cfg")) {
                    found.put(name, Files.readString(file));
                }
            }
        }
        assertThat(found)
                .hasSize(NUMBERS.size() + 2)
                .containsKeys(NUMBERS.keySet().toArray(new String[0]));
        return found;
    }

    @AfterEach
    void mend() throws IOException {
        for (Map.Entry<String, String> file : shipped.entrySet()) {
            rewrite(etc.resolve(file.getKey()), file.getValue());
        }
        awaitHealth(detail -> {
            List<String> named =
                    shipped.keySet().stream().filter(detail::contains).toList();
            named.forEach(file -> write(etc.resolve(file), shipped.get(file)));
            return named.isEmpty();
        });
        server.awaitReady();
        Tenant.create(server, "pro").addUser("amy");
    }

    /** Again, when the configuration service has just written back what it took a moment before. */
    private static void write(Path file, String content) {
        try {
            rewrite(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Not in place: a file that cannot be read cannot be opened for writing either. */
    private static void rewrite(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, content);
    }

    private static void awaitHealth(java.util.function.Predicate<String> words) {
        await("what health says of settings")
                .atMost(PATIENCE)
                .pollInterval(AT_LEAST_A_LOOK)
                .ignoreException(UncheckedIOException.class)
                .until(SettingsFaultsIT::settings, words);
    }

    private static String settings() {
        for (JsonNode each : server.health().path("components")) {
            if (each.path("name").asText().equals("settings")) {
                return each.path("detail").asText();
            }
        }
        return "the part is missing";
    }

    private static boolean isNamed(String detail, String file, String word) {
        return detail.contains("etc/" + file + " " + word) || detail.contains("etc/" + file + ": " + word);
    }

    @Test
    @Order(1)
    void aStartNamesFilesThatCannotBeReadAndOpensNothing() throws IOException {
        await("the log names every file").atMost(PATIENCE).until(() -> shipped.keySet().stream()
                .allMatch(file -> server.log().stream()
                        .anyMatch(line -> line.contains("| ERROR |")
                                && line.contains("etc/" + file + " cannot be read: an escape"))));

        rewrite(etc.resolve(HTTP), shipped.get(HTTP));
        awaitHealth(detail -> shipped.keySet().stream()
                .allMatch(file -> file.equals(HTTP) || isNamed(detail, file, "cannot be read")));
        assertClosed();
        assertThat(server.log()).noneMatch(line -> line.contains("Opened the database"));
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aRunningServerNamesWhatIsDamagedAndOpensNothing(Damage damage) throws IOException {
        rewrite(etc.resolve(REST), closed(REST));
        server.awaitReady();
        await("the metrics are closed").atMost(PATIENCE).until(() -> status("/metrics") == 401);
        awaitHealth(detail -> {
            // Again, when the configuration service has just written back what it took a moment before.
            List<String> unnamed = NUMBERS.keySet().stream()
                    .filter(file -> !isNamed(detail, file, damage.words))
                    .toList();
            unnamed.forEach(file -> damage.to(etc.resolve(file)));
            return unnamed.isEmpty();
        });
        assertClosed();
    }

    @Test
    void aDamagedFileOfTheWebServerOpensItToThisMachineOnly() throws IOException {
        server.awaitReady();
        Damage.JUNK.doTo(etc.resolve(HTTP));
        awaitHealth(detail -> detail.contains("etc/" + HTTP + " does not say `org.osgi.service.http.port`"));
        assertThat(Listening.everywhere(server.pid())).isEmpty();
    }

    private static void assertClosed() {
        assertThat(status("/health/live")).isEqualTo(200);
        assertThat(status("/metrics")).isIn(401, 404, 503);
        assertThat(status("/api/v1/me")).isIn(401, 404, 503);
        assertThat(Listening.everywhere(server.pid())).isEmpty();
    }

    /** Asked past the contract, which does not foresee a server that is half there. */
    private static int status(String path) {
        try {
            return server.http()
                    .send(HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException unreachable) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** As shipped, but that the metrics are closed. */
    private static String closed(String file) {
        return shipped.get(file).replace("loopback = true", "loopback = false");
    }

    /** What happens to files. */
    enum Damage {
        JUNK("holds none of its settings") {
            @Override
            void doTo(Path file) throws IOException {
                byte[] junk = new byte[4_000];
                new Random(4711).nextBytes(junk);
                // With a backslash it is the next kind.
                rewrite(file, new String(junk, StandardCharsets.ISO_8859_1).replace('\\', '/'));
            }
        },
        WRONG_ESCAPE("cannot be read: an escape after a backslash is wrong") {
            @Override
            void doTo(Path file) throws IOException {
                rewrite(file, "any = \\u00zz\n");
            }
        },
        WRONG_TYPE("`") {
            @Override
            void doTo(Path file) throws IOException {
                String name = file.getFileName().toString();
                String key = NUMBERS.get(name);
                String others = closed(name).replaceAll("(?m)^.*" + key.replace(".", "\\.") + " = .*$", "");
                rewrite(file, others + "\n" + key + " = many\n");
            }
        },
        HUGE("is larger than a file of settings can be") {
            @Override
            void doTo(Path file) throws IOException {
                rewrite(file, "# and so on\n".repeat(200_000));
            }
        },
        UNREADABLE("cannot be read by this server's user") {
            @Override
            void doTo(Path file) throws IOException {
                // Reading it fails, for root, too.
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, Path.of("/proc/self/mem"));
            }
        };

        private final String words;

        Damage(String words) {
            this.words = words;
        }

        abstract void doTo(Path file) throws IOException;

        void to(Path file) {
            try {
                doTo(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
