package org.sightline.http.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Fails in the way its path says: with a status, or by throwing. */
final class FailingServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/throw".equals(request.getPathInfo())) {
            throw new IllegalStateException("secret");
        }
        response.sendError(Integer.parseInt(request.getPathInfo().substring(1)), "secret");
    }
}
