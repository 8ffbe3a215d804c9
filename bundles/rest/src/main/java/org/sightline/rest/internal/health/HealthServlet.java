package org.sightline.rest.internal.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.health.Examination.Finding;
import org.sightline.rest.internal.health.Examination.Findings;
import org.sightline.rest.internal.problem.ReadOnlyServlet;
import org.sightline.rest.internal.problem.ServletAnswers;

/**
 * Tells how the server is. A servlet rather than a resource: it must answer while what the resources need is missing,
 * and say so.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(HealthServlet.PATH + "/*")
@HttpWhiteboardServletAsyncSupported
public final class HealthServlet extends ReadOnlyServlet {

    static final String PATH = "/health";

    private static final long serialVersionUID = 1L;

    private final transient ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sightline-health");
        thread.setDaemon(true);
        return thread;
    });
    private final transient Examination examination = new Examination(executor, System::nanoTime);

    @Reference // many, dynamic; replaced as a whole
    private transient volatile List<HealthCheck> checks = List.of();

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        switch (path) {
            case "/live" -> ServletAnswers.json(response, 200, Json.bytes(Map.of("state", "live")));
            case "/ready" -> answerReady(response);
            default ->
                ServletAnswers.problem(
                        response,
                        Problem.notFound("there is nothing here; ask `" + PATH + "/live` or `" + PATH + "/ready`"));
        }
    }

    private void answerReady(HttpServletResponse response) throws IOException {
        Findings findings = examination.of(checks);
        List<Map<String, String>> parts =
                findings.all().stream().map(HealthServlet::form).toList();
        if (findings.has(Health.State.DOWN)) {
            Problem problem = Problem.of(
                            ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, "the server is not ready, see `components`")
                    .with("state", "not_ready")
                    .with("components", parts);
            ServletAnswers.problem(response, problem);
        } else {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("state", findings.has(Health.State.DEGRADED) ? "degraded" : "ready");
            body.put("components", parts);
            ServletAnswers.json(response, 200, Json.bytes(body));
        }
    }

    private static Map<String, String> form(Finding finding) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", finding.part());
        form.put("state", finding.health().state().key());
        if (!finding.health().detail().isEmpty()) {
            form.put("detail", finding.health().detail());
        }
        return form;
    }
}
