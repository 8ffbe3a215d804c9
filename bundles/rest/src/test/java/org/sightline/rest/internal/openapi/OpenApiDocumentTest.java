package org.sightline.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.apps.NeededPermissions;
import org.sightline.rest.internal.RestInterface;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.openapi.ResourceMethods.ResourceMethod;

class OpenApiDocumentTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream content = RestInterface.class.getResourceAsStream("/web/openapi.json")) {
            document = new ObjectMapper().readTree(content);
        }
    }

    static Stream<ResourceMethod> methods() throws IOException, ClassNotFoundException, URISyntaxException {
        Path classes = Path.of(RestInterface.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ResourceMethods.in(classes).stream();
    }

    @Test
    void isOfTheRightVersion() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void describesEveryResourceMethod(ResourceMethod method) {
        JsonNode operation = operation(method);

        assertThat(operation.path("summary").asText()).isNotEmpty();
        List<String> named = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> named.add(parameter.path("name").asText()));
        Stream.of(method.path().split("/")).filter(part -> part.startsWith("{")).forEach(part -> assertThat(named)
                .contains(part.substring(1, part.length() - 1)));
        assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .anyMatch(status -> status.startsWith("2"))
                .contains("400", "429", "500", "503");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void saysWhatATokenIsNeededFor(ResourceMethod method) {
        JsonNode operation = operation(method);
        boolean isPublic =
                List.of(method.method().getAnnotation(Allowed.class).value()).contains(Role.PUBLIC);

        assertThat(operation.path("responses").has("401") && !operation.has("security"))
                .isNotEqualTo(isPublic && operation.path("security").isEmpty());
        assertThat(operation.path("responses").has("404"))
                .isEqualTo(method.path().contains("{"));
        assertThat(operation.has("requestBody")).isEqualTo(takesBody(method));
        assertThat(takesBody(method) && Set.of("GET", "DELETE").contains(method.httpMethod()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void saysWhichPermissionsAppsNeed(ResourceMethod method) {
        JsonNode told = operation(method).path("x-sightline-permissions");
        List<Role> roles = List.of(method.method().getAnnotation(Allowed.class).value());

        assertThat(told.path("app").isEmpty()).isNotEqualTo(roles.contains(Role.APP));
        assertThat(told.path("user").isEmpty()).isNotEqualTo(roles.contains(Role.DELEGATE));
        assertThat(told.isMissingNode())
                .isEqualTo(NeededPermissions.shipped()
                        .operation(method.httpMethod(), method.path())
                        .isEmpty());
    }

    @Test
    void saysWhichPermissionsOpenFields() {
        JsonNode fields = document.path("x-sightline-fields");

        assertThat(fields.path("user.email").path("app").path(0).asText()).isEqualTo("contact:user.email:readonly");
        assertThat(fields.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(NeededPermissions.shipped().fields().keySet());
    }

    @Test
    void saysOfNoOperationThatIsNotThere() {
        assertThat(NeededPermissions.shipped().operations().keySet()).allSatisfy(operation -> {
            String[] parts = operation.split(" ", 2);
            assertThat(document.path("paths").path(parts[1]).has(parts[0].toLowerCase(Locale.ROOT)))
                    .isTrue();
        });
    }

    /** What has no annotation is the body. */
    private static boolean takesBody(ResourceMethod method) {
        return Stream.of(method.method().getParameterAnnotations()).anyMatch(annotations -> annotations.length == 0);
    }

    @Test
    void givesEveryOperationAnIdOfItsOwn() {
        Set<String> seen = new HashSet<>();
        document.path("paths").forEach(path -> path.properties().forEach(entry -> {
            if (METHODS.contains(entry.getKey())) {
                assertThat(seen.add(entry.getValue().path("operationId").asText()))
                        .isTrue();
            }
        }));
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void describesTheServersOwnPaths() {
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .contains("/health/live", "/health/ready", "/openapi.json", "/docs/");
    }

    private static JsonNode operation(ResourceMethod method) {
        JsonNode operation = document.path("paths")
                .path(method.path())
                .path(method.httpMethod().toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).isTrue();
        return operation;
    }
}
