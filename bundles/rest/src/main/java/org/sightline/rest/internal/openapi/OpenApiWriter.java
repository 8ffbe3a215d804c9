package org.sightline.rest.internal.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sightline.apps.NeededPermissions;
import org.sightline.json.ProblemJson;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.idempotency.Idempotency;
import org.sightline.rest.internal.openapi.ResourceMethods.ResourceMethod;
import org.sightline.rest.internal.problem.ProblemDocument;

/** Writes the OpenAPI document; called by the build. */
public final class OpenApiWriter {

    private static final String TOKEN = "token";

    private OpenApiWriter() {}

    /**
     * Writes {@code web/openapi.json}.
     *
     * @param arguments the folder of the compiled classes, which is also where the document goes, and the version
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Path classes = Path.of(arguments[0]);
        Path file = classes.resolve("web/openapi.json");
        Files.createDirectories(classes.resolve("web"));
        Files.writeString(file, Json31.pretty(document(ResourceMethods.in(classes), arguments[1])) + "\n");
    }

    private static OpenAPI document(List<ResourceMethod> methods, String version) {
        Schemas schemas = new Schemas();
        Operations operations = new Operations(schemas, NeededPermissions.shipped());
        Paths paths = new Paths();
        for (ResourceMethod method : methods) {
            paths.computeIfAbsent(method.path(), path -> new PathItem())
                    .operation(HttpMethod.valueOf(method.httpMethod()), operations.of(method));
        }
        addServlets(paths);
        OpenAPI document = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title("Sightline")
                        .version(version)
                        .description("May A see B? Directories, visibility policies and the answers."))
                .paths(paths)
                .security(List.of(new SecurityRequirement().addList(TOKEN)))
                .components(components(schemas));
        document.addExtension("x-sightline-fields", fields());
        return document;
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        NeededPermissions.shipped().fields().forEach((name, need) -> fields.put(name, Operations.names(need)));
        return fields;
    }

    private static Components components(Schemas schemas) {
        Components components = new Components()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addResponses("Problem", problem(schemas))
                .addParameters("page_size", pageSize())
                .addParameters("page_token", query("page_token", "From the page before"))
                .addParameters(
                        Call.AT_LEAST,
                        header(
                                Call.AT_LEAST,
                                Schemas.number(),
                                "Asks for a state that is not older than this revision"))
                .addParameters(
                        "If-None-Match",
                        header("If-None-Match", Schemas.string(), "Answers 304 when the ETag is still this one"))
                .addParameters(
                        "If-Match",
                        header("If-Match", Schemas.string(), "Refuses with 412 when the ETag is not this one"))
                .addParameters(
                        Idempotency.HEADER,
                        header(Idempotency.HEADER, Schemas.string(), "Makes the request safe to send again"));
        schemas.known().forEach(components::addSchemas);
        return components;
    }

    private static ApiResponse problem(Schemas schemas) {
        return new ApiResponse()
                .description("A refusal; `code` is stable, `detail` says what is wrong, where, and what to do")
                .content(new Content()
                        .addMediaType(
                                ProblemDocument.MEDIA_TYPE,
                                new MediaType().schema(schemas.reference(ProblemJson.class))));
    }

    private static Parameter pageSize() {
        Schema<?> schema = Schemas.number();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Operations.maxPageSize()));
        return new Parameter()
                .name("page_size")
                .in("query")
                .schema(schema)
                .description("How many items; 100 when absent");
    }

    private static Parameter query(String name, String description) {
        return new Parameter().name(name).in("query").schema(Schemas.string()).description(description);
    }

    private static Parameter header(String name, Schema<?> schema, String description) {
        return new Parameter().name(name).in("header").schema(schema).description(description);
    }

    private static void addServlets(Paths paths) {
        addServlet(paths, "/health/live", "health_live", "Tells that the server runs", "application/json");
        addServlet(paths, "/health/ready", "health_ready", "Tells how every part is", "application/json", 503);
        addServlet(
                paths,
                "/metrics",
                "metrics",
                "Shows the server's figures to Prometheus",
                "text/plain",
                401,
                403,
                429,
                503);
        addServlet(paths, "/openapi.json", "docs_document", "Returns this document", "application/json");
        addServlet(paths, "/i", "trust_link", "Says what an invitation's link is for", "text/html");
        addServlet(paths, "/docs/", "docs_page", "Shows this document", "text/html");
    }

    private static void addServlet(Paths paths, String path, String id, String summary, String type, int... refusals) {
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description(summary)
                                .content(new Content()
                                        .addMediaType(
                                                type,
                                                new MediaType()
                                                        .schema(
                                                                type.startsWith("text/")
                                                                        ? Schemas.string()
                                                                        : Schemas.object()))));
        for (int refusal : refusals) {
            responses.addApiResponse(String.valueOf(refusal), new ApiResponse().$ref("#/components/responses/Problem"));
        }
        paths.addPathItem(
                path,
                new PathItem()
                        .get(new Operation()
                                .operationId(id)
                                .summary(summary)
                                .addTagsItem("server")
                                .security(List.of())
                                .responses(responses)));
    }
}
