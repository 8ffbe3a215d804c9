package org.sightline.rest.internal.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** Answers of the few servlets beside the resources, in the resources' form. */
public final class ServletAnswers {

    private static final String ALLOW = "GET, HEAD";

    private ServletAnswers() {}

    /** Answers with JSON. */
    public static void json(HttpServletResponse response, int status, byte[] body) throws IOException {
        send(response, status, "application/json", body);
    }

    /** Answers with text of a type of its own. */
    public static void text(HttpServletResponse response, String type, byte[] body) throws IOException {
        send(response, 200, type, body);
    }

    /** Answers with a problem. */
    public static void problem(HttpServletResponse response, Problem problem) throws IOException {
        int status = ProblemDocument.status(problem.kind());
        send(response, status, ProblemDocument.MEDIA_TYPE, ProblemDocument.of(status, problem));
    }

    /** Answers a method that only resources understand. */
    static void notAllowed(HttpServletResponse response) throws IOException {
        notAllowed(response, ALLOW);
    }

    /**
     * Answers a method that a path does not take.
     *
     * @param allowed those it takes, separated by commas
     */
    public static void notAllowed(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        Problem problem =
                Problem.of(ProblemKind.MALFORMED, Codes.METHOD_NOT_ALLOWED, "this path takes " + allowed + " only");
        send(response, 405, ProblemDocument.MEDIA_TYPE, ProblemDocument.of(405, problem));
    }

    private static void send(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
