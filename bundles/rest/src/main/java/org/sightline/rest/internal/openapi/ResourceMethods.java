package org.sightline.rest.internal.openapi;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sightline.rest.internal.guard.Address;

/** Finds the resource methods among compiled classes. */
public final class ResourceMethods {

    private static final String SUFFIX = ".class";

    private ResourceMethods() {}

    /**
     * A resource method with its address.
     *
     * @param path       from the server's root
     * @param httpMethod such as {@code GET}
     * @param method     the Java method
     */
    public record ResourceMethod(String path, String httpMethod, Method method) {}

    /** Returns all resource methods in a folder of classes, by path and method. */
    public static List<ResourceMethod> in(java.nio.file.Path classes) throws IOException, ClassNotFoundException {
        List<java.nio.file.Path> files;
        try (Stream<java.nio.file.Path> walk = Files.walk(classes.resolve("org/sightline"))) {
            files = walk.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        List<ResourceMethod> found = new ArrayList<>();
        for (java.nio.file.Path file : files) {
            String name = classes.relativize(file).toString().replace('/', '.');
            Class<?> type = Class.forName(
                    name.substring(0, name.length() - SUFFIX.length()), false, ResourceMethods.class.getClassLoader());
            found.addAll(of(type));
        }
        found.sort(Comparator.comparing(ResourceMethod::path).thenComparing(ResourceMethod::httpMethod));
        return found;
    }

    private static List<ResourceMethod> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Address.find(method).stream()
                        .map(address -> new ResourceMethod(address.path(), address.method(), method)))
                .toList();
    }
}
