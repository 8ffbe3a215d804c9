package org.sightline.http.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Jetty's own errors as {@code application/problem+json}. A failure inside gets an incident id, and its trace
 * goes to the log only.
 */
final class ProblemAnswers implements Request.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ServerProblem problem = ServerProblem.of(status(request, response));
        byte[] body = json(problem, request).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) != null) {
            // Jetty closes the connection after a failure but does not say so; a client would send its next request on
            // it.
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        if (problem.status() == 503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        }
        if (problem.status() == 405 && !response.getHeaders().contains(HttpHeader.ALLOW)) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        boolean withoutBody = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, withoutBody ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body), callback);
        return true;
    }

    /** Nothing can be missing at `*`, which is no path: such a request is wrong, not early. */
    private static int status(Request request, Response response) {
        String path = request.getHttpURI().getCanonicalPath();
        boolean isPath = path != null && path.startsWith("/");
        return response.getStatus() == 404 && !isPath ? 400 : response.getStatus();
    }

    private static String json(ServerProblem problem, Request request) {
        // Nothing that the caller sent is in these texts, so nothing needs escaping.
        String members = "\"type\":\"about:blank\",\"status\":" + problem.status() + ",\"title\":\"" + problem.title()
                + "\",\"code\":\"" + problem.code() + "\",\"detail\":\"" + problem.detail() + "\"";
        return problem.status() == 500
                ? "{" + members + ",\"incident_id\":\"" + logged(request) + "\"}"
                : "{" + members + "}";
    }

    private static String logged(Request request) {
        String incident = UUID.randomUUID().toString();
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        LOG.error("incident {}", incident, cause instanceof Throwable thrown ? thrown : null);
        return incident;
    }
}
