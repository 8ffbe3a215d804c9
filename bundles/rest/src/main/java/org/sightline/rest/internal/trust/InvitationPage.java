package org.sightline.rest.internal.trust;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.rest.internal.problem.ReadOnlyServlet;

/** What people see who follow an invitation's link; the code stays behind {@code #} in their browser. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/i")
public final class InvitationPage extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/web/invitation.html";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream page = InvitationPage.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the bundle lacks " + PAGE);
            }
            response.setContentType("text/html; charset=utf-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-cache");
            page.transferTo(response.getOutputStream());
        }
    }
}
