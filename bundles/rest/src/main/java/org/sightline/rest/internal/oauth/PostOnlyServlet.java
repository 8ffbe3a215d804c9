package org.sightline.rest.internal.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sightline.rest.internal.problem.ServletAnswers;

/** A servlet that takes POST and refuses every other method with a problem. */
abstract class PostOnlyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            doPost(request, response);
        } else {
            ServletAnswers.notAllowed(response, "POST");
        }
    }
}
