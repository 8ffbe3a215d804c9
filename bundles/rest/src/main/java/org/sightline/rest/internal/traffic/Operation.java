package org.sightline.rest.internal.traffic;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: few enough to be counted one by one, and with no id in it.
 *
 * @param method of HTTP
 * @param path   as in the OpenAPI document, with names in place of ids; {@link #NO_PATH} when the request reached none
 */
public record Operation(String method, String path) {

    /** The path of requests that reached no operation: unknown, or refused before. */
    public static final String NO_PATH = "none";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String OTHER_METHOD = "other";
    private static final String QUESTIONS = "/api/v1/tenants/{t}/visibility/verify";
    private static final Set<String> WATCHED = Set.of("/health/live", "/health/ready", "/metrics");
    private static final Set<String> BESIDE_RESOURCES = Set.of(
            "/openapi.json",
            "/i",
            "/oauth/authorize",
            "/oauth/token",
            "/oauth/revoke",
            "/oauth/introspect",
            "/.well-known/oauth-authorization-server");

    /** Returns the operation of a resource's method. */
    public static Operation of(Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(OTHER_METHOD);
        String path = "/" + text(method.getDeclaringClass().getAnnotation(Path.class)) + "/"
                + text(method.getAnnotation(Path.class));
        return new Operation(verb, tidy(path));
    }

    private static String text(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    /** Takes out double slashes, the last one, and what a name must look like. */
    private static String tidy(String path) {
        String tidied = path.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}").replaceAll("/+", "/");
        return tidied.length() > 1 && tidied.endsWith("/") ? tidied.substring(0, tidied.length() - 1) : tidied;
    }

    /** Returns what is known before a request is looked at: its method, and its path when it leads to no resource. */
    static Operation atFirstSight(String method, String path) {
        return new Operation(METHODS.contains(method) ? method : OTHER_METHOD, besideResources(path));
    }

    private static String besideResources(String path) {
        if (WATCHED.contains(path) || BESIDE_RESOURCES.contains(path)) {
            return path;
        }
        return path.equals("/docs") || path.startsWith("/docs/") ? "/docs" : NO_PATH;
    }

    /** Whether this only looks after the server, again and again. */
    boolean isWatching() {
        return WATCHED.contains(path);
    }

    /** Whether this changes nothing: what other software asks all day. */
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD") || path.startsWith(QUESTIONS);
    }
}
