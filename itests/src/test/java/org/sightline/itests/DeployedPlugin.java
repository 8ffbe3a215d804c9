package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.sightline.itests.http.Api;
import org.sightline.itests.server.Console;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.VendorBundle;

/** A vendor's policy or channel in the running server, and what the operator is told of it. */
final class DeployedPlugin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A class of the test's that hangs and lets nobody interrupt it. */
    static final String HANG = "while (true) { try { Thread.sleep(60000); } catch (InterruptedException goesOn) { } }";

    private final ServerUnderTest server;
    private final String kind;
    private final VendorBundle bundle;
    private final Path file;

    /**
     * Drops a bundle in and waits until the operator's list has it.
     *
     * @param kind in that list, such as {@code trust_policy}
     */
    static DeployedPlugin drop(ServerUnderTest server, String kind, VendorBundle bundle) throws IOException {
        DeployedPlugin dropped = of(server, kind, bundle, bundle.dropInto(server));
        await(bundle.name() + " is there").atMost(PATIENCE).until(() -> !dropped.state()
                .equals("missing"));
        return dropped;
    }

    /** A bundle that was dropped in already. */
    static DeployedPlugin of(ServerUnderTest server, String kind, VendorBundle bundle, Path file) {
        return new DeployedPlugin(server, kind, bundle, file);
    }

    private DeployedPlugin(ServerUnderTest server, String kind, VendorBundle bundle, Path file) {
        this.server = server;
        this.kind = kind;
        this.bundle = bundle;
        this.file = file;
    }

    /** Returns the same bundle as another part of the server sees it. */
    DeployedPlugin as(String otherKind) {
        return new DeployedPlugin(server, otherKind, bundle, file);
    }

    private JsonNode entry() {
        String provider = bundle.name() + " " + bundle.version();
        for (JsonNode item :
                Api.operator(server).get("/operator/plugins").expect(200).json().path("items")) {
            if (item.path("kind").asText().equals(kind)
                    && item.path("provided_by").asText().equals(provider)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns its state in the operator's list; {@code missing} when it is not there. */
    String state() {
        return entry().path("state").asText("missing");
    }

    /** Waits for a state in which the list says why. */
    void awaitState(String expected, String why) {
        await(bundle.name() + " is " + expected)
                .atMost(PATIENCE)
                .until(() -> state().equals(expected)
                        && entry().path("detail").asText().contains(why));
    }

    /** Fails unless the list and the console have it put aside, the health is degraded, and all three say why. */
    void isPutAside(String part, String why) throws IOException {
        assertThat(state()).isEqualTo("quarantined");
        assertThat(entry().path("detail").asText()).contains(why);
        // Health is looked at twice a second at most.
        await("part " + part + " of the health says why")
                .atMost(PATIENCE)
                .until(() -> health(part), detail -> detail.contains("vendor.Plugin") && detail.contains(why));
        assertThat(server.health().path("state").asText()).isEqualTo("degraded");
        assertThat(Console.of(server).run("sightline:policy-list --json").output())
                .contains(bundle.name() + " " + bundle.version())
                .contains(why);
    }

    /** Returns what the health says of a part. */
    String health(String part) {
        for (JsonNode component : server.health().path("components")) {
            if (component.path("name").asText().equals(part)) {
                return component.path("detail").asText();
            }
        }
        throw new AssertionError("the health has no part " + part);
    }

    /** Takes it away and waits until nothing tells of it. */
    @Override
    public void close() throws IOException {
        if (Files.deleteIfExists(file)) {
            await(bundle.name() + " is gone")
                    .atMost(PATIENCE)
                    .until(() -> state().equals("missing")
                            && !server.health().toString().contains("vendor.Plugin"));
        }
    }
}
