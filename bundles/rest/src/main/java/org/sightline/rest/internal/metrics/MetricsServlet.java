package org.sightline.rest.internal.metrics;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.access.Sessions;
import org.sightline.metrics.Metrics;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.guard.RateLimits;
import org.sightline.rest.internal.problem.ReadOnlyServlet;
import org.sightline.rest.internal.problem.ServletAnswers;
import org.sightline.rest.internal.settings.RestSettings;
import org.sightline.store.StoreUnavailableException;

/** Shows the metrics. A servlet rather than a resource: whoever watches asks while resources are missing, too. */
@Component(
        service = Servlet.class,
        configurationPid = RestSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;
    private final transient MetricsAccess access;
    private final transient RateLimits limits;

    /** Shows these metrics. */
    @Activate
    public MetricsServlet(
            @Reference Metrics metrics,
            @Reference Sessions sessions,
            @Reference RateLimits limits,
            RestSettings settings) {
        this.metrics = metrics;
        this.access = new MetricsAccess(sessions, settings.metrics__open__on__loopback(), settings._metrics__token());
        this.limits = limits;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!limits.admit(request, response, "metrics/" + request.getRemoteAddr())) {
            response.setIntHeader("Retry-After", 1);
            ServletAnswers.problem(
                    response,
                    Problem.of(ProblemKind.RATE_LIMITED, Codes.RATE_LIMITED, "too many requests; look again later"));
            return;
        }
        try {
            access.check(request);
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.UNAUTHENTICATED) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"sightline\"");
            }
            ServletAnswers.problem(response, refusal.problem());
            return;
        } catch (StoreUnavailableException lost) {
            ServletAnswers.problem(
                    response,
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database cannot be asked whose token this is; use the operator's or the metrics' own"));
            return;
        }
        ServletAnswers.text(response, Metrics.TEXT, metrics.text());
    }
}
