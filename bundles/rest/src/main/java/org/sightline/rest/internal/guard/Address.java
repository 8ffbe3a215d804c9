package org.sightline.rest.internal.guard;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a resource method is called.
 *
 * @param method such as {@code GET}
 * @param path   from the server's root, with its parameters in braces
 */
public record Address(String method, String path) {

    /**
     * Returns the address of a resource method.
     *
     * @throws IllegalArgumentException when the method is none
     */
    public static Address of(Method method) {
        return find(method).orElseThrow(() -> new IllegalArgumentException(method + " is not a resource method"));
    }

    /** Returns the address of a method; empty when it is no resource method. */
    public static Optional<Address> find(Method method) {
        Path base = method.getDeclaringClass().getAnnotation(Path.class);
        if (base == null) {
            return Optional.empty();
        }
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> new Address(verb.value(), path(base, method)))
                .findFirst();
    }

    private static String path(Path base, Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/" + base.value() + (below == null ? "" : "/" + below.value());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
