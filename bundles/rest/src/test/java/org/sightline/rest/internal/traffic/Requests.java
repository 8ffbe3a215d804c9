package org.sightline.rest.internal.traffic;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;

/** Requests as they come in. */
final class Requests {

    private Requests() {}

    static RequestNote note(String method, String path) {
        return RequestNote.begin(of(method, path), "id", 0);
    }

    private static HttpServletRequest of(String method, String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "setAttribute" -> null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
