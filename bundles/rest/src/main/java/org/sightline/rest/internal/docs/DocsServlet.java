package org.sightline.rest.internal.docs;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.problem.Problem;
import org.sightline.rest.internal.problem.ReadOnlyServlet;
import org.sightline.rest.internal.problem.ServletAnswers;

/** Serves the OpenAPI document and the page that shows it, all from this bundle. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/openapi.json", "/docs", "/docs/*"})
public final class DocsServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final String DOCUMENT = "/openapi.json";
    private static final String DOCS = "/docs";

    /** Scripts and pictures from here only; the page's own library writes styles into elements. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String UTF8 = "; charset=utf-8";

    private static final Map<String, String> TYPES = Map.of(
            "/index.html", "text/html" + UTF8,
            "/start.js", "text/javascript" + UTF8,
            "/swagger-ui-bundle.js", "text/javascript" + UTF8,
            "/swagger-ui.css", "text/css" + UTF8,
            "/favicon-32x32.png", "image/png");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(DOCUMENT)) {
            send(response, DOCUMENT, "application/json");
            return;
        }
        String path = request.getPathInfo();
        if (path == null) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", DOCS + "/");
            return;
        }
        String file = path.equals("/") ? "/index.html" : path;
        send(response, DOCS + file, TYPES.get(file));
    }

    private static void send(HttpServletResponse response, String file, @Nullable String type) throws IOException {
        // Only names from the table are looked for, so that no path leads anywhere else.
        try (InputStream content = type == null ? null : DocsServlet.class.getResourceAsStream("/web" + file)) {
            if (content == null) {
                ServletAnswers.problem(response, Problem.notFound("there is nothing here; the page is at `/docs/`"));
                return;
            }
            response.setContentType(type);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-cache");
            content.transferTo(response.getOutputStream());
        }
    }
}
