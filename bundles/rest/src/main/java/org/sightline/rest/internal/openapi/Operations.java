package org.sightline.rest.internal.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sightline.apps.NeededPermissions;
import org.sightline.apps.NeededPermissions.Need;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.rest.internal.Described;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Page;
import org.sightline.rest.internal.guard.Allowed;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.idempotency.Creates;
import org.sightline.rest.internal.idempotency.Idempotency;
import org.sightline.rest.internal.openapi.ResourceMethods.ResourceMethod;

/** Turns a resource method into an operation of the document. */
final class Operations {

    private static final String JSON = "application/json";
    private static final String TENANT = "{t}";
    private static final Set<String> FLAGS = Set.of("dry_run", "async", "recursive");
    private static final Set<String> TIMES = Set.of("from", "to", "at");
    private static final Set<String> NUMBERS = Set.of("at_revision", "size");

    private final Schemas schemas;
    private final NeededPermissions permissions;

    Operations(Schemas schemas, NeededPermissions permissions) {
        this.schemas = schemas;
        this.permissions = permissions;
    }

    Operation of(ResourceMethod resource) {
        Described described = required(resource.method(), Described.class);
        List<Role> roles = List.of(required(resource.method(), Allowed.class).value());
        Operation operation = new Operation()
                .operationId(operationId(resource.method()))
                .summary(described.value())
                .addTagsItem(tag(resource));
        operation.description("For " + roles.stream().map(Role::words).collect(Collectors.joining(" or ")) + ".");
        operation.addExtension(
                "x-sightline-roles",
                roles.stream()
                        .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
        permissions
                .operation(resource.httpMethod(), resource.path())
                .ifPresent(need -> operation.addExtension("x-sightline-permissions", names(need)));
        if (roles.contains(Role.PUBLIC)) {
            operation.security(List.of());
        }
        addParameters(operation, resource, described);
        addBody(operation, resource, described);
        operation.responses(responses(resource, described, roles));
        return operation;
    }

    /** Returns the names of the permissions of which one is enough, by identity. */
    static Map<String, List<String>> names(Need need) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Identity identity : Identity.values()) {
            names.put(
                    identity.key(),
                    need.of(identity).stream().map(PermissionName::value).toList());
        }
        return names;
    }

    private static <A extends Annotation> A required(Method method, Class<A> type) {
        A annotation = method.getAnnotation(type);
        if (annotation == null) {
            throw new IllegalStateException(method + " has no @" + type.getSimpleName());
        }
        return annotation;
    }

    private static String operationId(Method method) {
        String about = method.getDeclaringClass().getSimpleName().replace("Resource", "");
        return Character.toLowerCase(about.charAt(0)) + about.substring(1) + "_" + method.getName();
    }

    private static String tag(ResourceMethod resource) {
        String name = resource.method().getDeclaringClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static boolean isRead(ResourceMethod resource) {
        return resource.httpMethod().equals("GET");
    }

    private void addParameters(Operation operation, ResourceMethod resource, Described described) {
        Arrays.stream(resource.path().split("/"))
                .filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1))
                .forEach(name -> operation.addParametersItem(pathParameter(name)));
        for (java.lang.reflect.Parameter parameter : resource.method().getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                operation.addParametersItem(queryParameter(query.value()));
            }
        }
        if (described.list()) {
            operation.addParametersItem(reference("page_size")).addParametersItem(reference("page_token"));
        }
        if (isRead(resource) && resource.path().contains(TENANT)) {
            operation.addParametersItem(reference(Call.AT_LEAST));
        }
        if (described.tagged()) {
            addConditions(operation, resource);
        }
        if (resource.method().isAnnotationPresent(Creates.class)) {
            operation.addParametersItem(reference(Idempotency.HEADER));
        }
    }

    private static void addConditions(Operation operation, ResourceMethod resource) {
        if (isRead(resource)) {
            operation.addParametersItem(reference("If-None-Match"));
        } else if (!resource.httpMethod().equals("POST")) {
            operation.addParametersItem(reference("If-Match"));
        }
    }

    private static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    private static Parameter pathParameter(String name) {
        return new Parameter().name(name).in("path").required(true).schema(Schemas.string());
    }

    private static Parameter queryParameter(String name) {
        Schema<?> schema =
                FLAGS.contains(name) ? Schemas.bool() : NUMBERS.contains(name) ? Schemas.number() : Schemas.string();
        return new Parameter()
                .name(name)
                .in("query")
                .schema(TIMES.contains(name) ? schema.format("date-time") : schema);
    }

    private void addBody(Operation operation, ResourceMethod resource, Described described) {
        Class<?> form = bodyForm(resource.method(), described);
        if (form == null) {
            return;
        }
        boolean patch = resource.httpMethod().equals("PATCH");
        Schema<?> schema = patch ? schemas.patch(form) : schemas.reference(form);
        operation.requestBody(new RequestBody()
                .required(!mayBeLeftOut(resource.method(), described))
                .content(content(consumed(resource.method()), schema)));
    }

    /** A form that is read out of a stream has a meaning when the stream is empty. */
    private static boolean mayBeLeftOut(Method method, Described described) {
        return described.body() != Void.class
                && Arrays.asList(method.getParameterTypes()).contains(java.io.InputStream.class);
    }

    private static @org.jspecify.annotations.Nullable Class<?> bodyForm(Method method, Described described) {
        if (described.body() != Void.class) {
            return described.body();
        }
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            boolean bound = parameter.isAnnotationPresent(Context.class)
                    || parameter.isAnnotationPresent(PathParam.class)
                    || parameter.isAnnotationPresent(QueryParam.class);
            if (!bound) {
                return parameter.getType() == java.io.InputStream.class ? String.class : parameter.getType();
            }
        }
        return null;
    }

    private static String[] consumed(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? new String[] {JSON} : consumes.value();
    }

    private static Content content(String[] types, Schema<?> schema) {
        Content content = new Content();
        for (String type : types) {
            content.addMediaType(type, new MediaType().schema(schema));
        }
        return content;
    }

    private ApiResponses responses(ResourceMethod resource, Described described, List<Role> roles) {
        ApiResponses responses = new ApiResponses();
        ApiResponse success = new ApiResponse().description(described.value());
        if (described.answer() != Void.class) {
            Schema<?> schema =
                    described.list() ? schemas.page(described.answer()) : schemas.reference(described.answer());
            Produces produces = resource.method().getAnnotation(Produces.class);
            success.content(content(produces == null ? new String[] {JSON} : produces.value(), schema));
        }
        success.headers(headers(resource, described));
        responses.addApiResponse(String.valueOf(described.status()), success);
        if (described.existing()) {
            responses.addApiResponse(
                    "200",
                    new ApiResponse()
                            .description("It was there before")
                            .content(content(new String[] {JSON}, schemas.reference(described.answer()))));
        }
        if (described.accepted() != Void.class) {
            responses.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("The work is put off; ask how far it is")
                            .content(content(new String[] {JSON}, schemas.reference(described.accepted()))));
        }
        if (described.tagged() && isRead(resource)) {
            responses.addApiResponse("304", new ApiResponse().description("The caller's copy is still good"));
        }
        for (int status : refusals(resource, described, roles)) {
            responses.addApiResponse(String.valueOf(status), new ApiResponse().$ref("#/components/responses/Problem"));
        }
        return responses;
    }

    private static Map<String, Header> headers(ResourceMethod resource, Described described) {
        Map<String, Header> headers = new java.util.TreeMap<>();
        if (resource.path().contains(TENANT)) {
            headers.put(Call.REVISION, header(Schemas.number(), "The tenant's revision that the answer holds at"));
        }
        if (described.tagged() && described.answer() != Void.class) {
            headers.put("ETag", header(Schemas.string(), "Changes whenever the answer does"));
        }
        boolean addressed = described.status() == 201 && described.tagged();
        if (addressed || described.accepted() != Void.class) {
            headers.put("Location", header(Schemas.string(), "Where the new thing is"));
        }
        return headers;
    }

    private static Header header(Schema<?> schema, String description) {
        return new Header().schema(schema).description(description);
    }

    private static Set<Integer> refusals(ResourceMethod resource, Described described, List<Role> roles) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 406, 429, 500, 503));
        if (!roles.contains(Role.PUBLIC)) {
            statuses.add(401);
            if (!roles.contains(Role.SIGNED_IN)) {
                statuses.add(403);
            }
        }
        if (resource.path().contains("{")) {
            statuses.add(404);
        }
        if (bodyForm(resource.method(), described) != null) {
            statuses.addAll(List.of(413, 415));
        }
        boolean hasQuery = Arrays.stream(resource.method().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(QueryParam.class));
        if (hasQuery || bodyForm(resource.method(), described) != null) {
            statuses.add(422);
        }
        if (described.tagged() && !isRead(resource) && !resource.httpMethod().equals("POST")) {
            statuses.add(412);
        }
        if (resource.method().isAnnotationPresent(Creates.class)) {
            statuses.add(409);
        }
        Arrays.stream(described.refusals()).forEach(statuses::add);
        return statuses;
    }

    /** Returns the sizes a page may have. */
    static int maxPageSize() {
        return Page.MAX_SIZE;
    }
}
