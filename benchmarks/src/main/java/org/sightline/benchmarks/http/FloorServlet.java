package org.sightline.benchmarks.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/**
 * What any answer over HTTP costs at least: reads the body and writes an answer of the length that the path names.
 * Runs inside the measured server, beside its own interface; uses no other class of this project.
 */
public final class FloorServlet extends HttpServlet {

    /** Where it is. */
    public static final String PATH = "/benchmark-floor";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        byte[] answer = new byte[Integer.parseInt(request.getPathInfo().substring(1))];
        Arrays.fill(answer, body.length == 0 ? (byte) ' ' : (byte) '.');
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
