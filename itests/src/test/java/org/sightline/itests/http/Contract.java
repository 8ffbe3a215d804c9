package org.sightline.itests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sightline.itests.server.ServerUnderTest;

/** The server's own OpenAPI document, held against what the server really answers. */
public final class Contract {

    private static final String IRI = "https://sightline.invalid/openapi.json";
    private static final Map<ServerUnderTest, Contract> BY_SERVER = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /**
     * One method of one path.
     *
     * @param method  upper case
     * @param path    the template
     * @param node    what the document says
     * @param matches whether a path is one of these
     */
    public record Operation(String method, String path, JsonNode node, Pattern matches) {}

    private Contract(String text) {
        document = Json.read(text);
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(IRI, text))));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (Set.of("get", "post", "put", "patch", "delete").contains(method.getKey())) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue(),
                                pattern(path.getKey())));
                    }
                }));
    }

    /** Returns the contract of a server, read once. */
    public static Contract of(ServerUnderTest server) {
        return BY_SERVER.computeIfAbsent(server, Contract::fetch);
    }

    private static Contract fetch(ServerUnderTest server) {
        try {
            HttpResponse<String> response = server.http()
                    .send(
                            HttpRequest.newBuilder(server.uri("/openapi.json")).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).as("status of /openapi.json").isEqualTo(200);
            return new Contract(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /** Returns the whole document. */
    public JsonNode document() {
        return document;
    }

    /** Returns all methods of all paths. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the operation that a request is for; empty when the document knows none. */
    public Optional<Operation> find(String method, String pathAndQuery) {
        String path = pathAndQuery.replaceFirst("\\?.*$", "");
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> operation.matches().matcher(path).matches())
                // The template with fewer variables is meant, as in /sessions/current.
                .min((one, other) -> Long.compare(variables(one), variables(other)));
    }

    private static long variables(Operation operation) {
        return operation.path().chars().filter(c -> c == '{').count();
    }

    /** Fails unless the document foresees this status of this operation and its schema allows the body. */
    void check(String method, String path, Answer answer) {
        if (path.startsWith("/docs")) {
            // The page for people, and what it is made of.
            return;
        }
        Optional<Operation> found = find(method, path);
        if (found.isEmpty()) {
            assertThat(answer.status())
                    .as("%s is not in the OpenAPI document, so it must not be there", answer.request())
                    .isIn(401, 404, 405);
            return;
        }
        Operation operation = found.get();
        JsonNode responses = operation.node().path("responses");
        String status = Integer.toString(answer.status());
        String described = responses.has(status) ? status : responses.has("default") ? "default" : "";
        assertThat(described)
                .as(
                        "%s answered %s, which the OpenAPI document does not foresee: %s",
                        answer.request(), status, answer.body())
                .isNotEmpty();
        String pointer = "/paths/" + escape(operation.path()) + "/" + method.toLowerCase(Locale.ROOT) + "/responses/"
                + described;
        checkBody(pointer, answer);
    }

    private void checkBody(String response, Answer answer) {
        String pointer = response;
        JsonNode node = document.at(response);
        if (node.has("$ref")) {
            pointer = node.path("$ref").asText().substring(1);
            node = document.at(pointer);
        }
        String type = answer.header("Content-Type").replaceFirst(";.*$", "").strip();
        if (answer.body().isEmpty()) {
            assertThat(node.path("content"))
                    .as("%s answered nothing", answer.request())
                    .isEmpty();
            return;
        }
        JsonNode content = node.path("content").path(type);
        assertThat(content.isMissingNode())
                .as(
                        "%s answered %s, which the OpenAPI document does not foresee for %s",
                        answer.request(), type, pointer)
                .isFalse();
        boolean isDocument = type.equals("application/json") || type.endsWith("+json");
        if (isDocument && content.has("schema")) {
            Set<ValidationMessage> faults =
                    schema(pointer + "/content/" + escape(type) + "/schema").validate(answer.json());
            assertThat(faults)
                    .as("%s against its schema: %s", answer.request(), answer.body())
                    .isEmpty();
        }
    }

    private JsonSchema schema(String pointer) {
        return compiled.computeIfAbsent(
                pointer,
                key -> schemas.getSchema(
                        SchemaLocation.of(IRI + "#" + key.replace("{", "%7B").replace("}", "%7D"))));
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=\\})")) {
            regex.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
