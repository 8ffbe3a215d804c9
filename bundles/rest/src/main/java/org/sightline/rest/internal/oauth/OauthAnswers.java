package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sightline.json.Json;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.rest.internal.problem.ProblemDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in the form of RFC 6749: JSON that nobody keeps. */
final class OauthAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(OauthAnswers.class);

    private OauthAnswers() {}

    /** Answers with what was asked for. */
    static void json(HttpServletResponse response, Map<String, ?> body) throws IOException {
        send(response, 200, body);
    }

    /** Refuses. */
    static void refuse(HttpServletResponse response, ErrorObject error) throws IOException {
        int status = error.getHTTPStatusCode();
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"sightline\"");
        }
        send(response, status >= 400 ? status : 400, body(error.getCode(), error.getDescription()));
    }

    /** Refuses with a problem of the domain. */
    static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        Object wait = problem.members().get("retry_after");
        if (wait != null) {
            response.setHeader("Retry-After", wait.toString());
        }
        refuse(response, new ErrorObject(error(problem), problem.detail(), ProblemDocument.status(problem.kind())));
    }

    private static String error(Problem problem) {
        return switch (problem.kind()) {
            case UNAVAILABLE -> OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode();
            case INVALID, TOO_LARGE -> OAuth2Error.INVALID_REQUEST.getCode();
            default -> problem.code();
        };
    }

    /** Tells nothing of a fault of ours but where to look in the log. */
    static void incident(HttpServletResponse response, String path, RuntimeException fault) throws IOException {
        String id = UUID.randomUUID().toString();
        LOG.error("incident {} at {}", id, path, fault);
        send(response, 500, Map.of("error", OAuth2Error.SERVER_ERROR.getCode(), Codes.INTERNAL + "_id", id));
    }

    private static Map<String, Object> body(String code, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", code);
        if (description != null) {
            body.put("error_description", ErrorObject.removeIllegalChars(description.replace('`', '\'')));
        }
        return body;
    }

    private static void send(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = Json.bytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Pragma", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
