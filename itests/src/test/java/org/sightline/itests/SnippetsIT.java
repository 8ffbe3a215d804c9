package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** What the README tells people to paste is pasted here. */
@ExtendWith(SharedServer.class)
class SnippetsIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theReadmeWorksAsItIsPasted(ServerUnderTest server, @TempDir Path folder) throws Exception {
        Snippets snippets = Snippets.of(ROOT.resolve("README.md"));
        assertThat(snippets.count()).as("blocks to paste in README.md").isGreaterThanOrEqualTo(5);
        snippets.paste(server, folder, "", Map.of());
    }

    @Test
    void theOperatorsGuideWorksAsItIsPasted(ServerUnderTest server, @TempDir Path folder) throws Exception {
        Snippets snippets = Snippets.of(ROOT.resolve("docs/operations.md"));
        assertThat(snippets.count()).as("blocks to paste in docs/operations.md").isPositive();
        snippets.paste(server, folder, "", Map.of());
    }

    @Test
    void theGuideToTheInterfaceWorksAsItIsPasted(ServerUnderTest server, @TempDir Path folder) throws Exception {
        DevelopedApp developed = DevelopedApp.create(server);
        Tenant tenant = developed.tenant();
        Snippets snippets = Snippets.of(ROOT.resolve("docs/api.md"));
        assertThat(snippets.count()).as("blocks to paste in docs/api.md").isGreaterThanOrEqualTo(3);
        Map<String, String> environment = Map.of(
                "TOKEN", token(server, tenant),
                "APP_ID", developed.app().app(),
                "APP_SECRET", developed.app().secret());
        snippets.naming("acme", tenant.key()).naming("ada", Tenant.PRIMARY).paste(server, folder, "", environment);
    }

    private static String token(ServerUnderTest server, Tenant tenant) {
        String login = Json.of(
                "{'tenant_key':'%s','login':'%s','password':'%s'}", tenant.key(), Tenant.PRIMARY, Tenant.PASSWORD);
        return Api.nobody(server).post("/sessions", login).expect(201).text("/token");
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
}
