package org.sightline.rest.internal.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.json.Json;
import org.sightline.json.ProblemJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** Problems in JSON, after RFC 9457 (docs/api.md, "Errors"). */
public final class ProblemDocument {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(411, "Length Required"),
            Map.entry(412, "Precondition Failed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    private ProblemDocument() {}

    /** Returns the status that a kind of problem has. */
    public static int status(ProblemKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** Returns the document of a problem. */
    public static byte[] of(int status, Problem problem) {
        return Json.bytes(ProblemJson.of(problem, status, title(status)));
    }

    /** Returns the document of a fault of ours, which tells nothing but where to look in the log. */
    public static byte[] ofIncident(String incidentId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("status", 500);
        document.put("title", title(500));
        document.put("code", Codes.INTERNAL);
        document.put("incident_id", incidentId);
        return Json.bytes(document);
    }

    /** Returns a status in words. */
    static String title(int status) {
        return TITLES.getOrDefault(status, status < 500 ? "Bad Request" : "Internal Server Error");
    }
}
