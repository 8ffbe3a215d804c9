package org.sightline.rest.internal.traffic;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.sightline.metrics.Timings;
import org.slf4j.MDC;

/**
 * Goes before everything else that answers requests: gives each an id, which stands in its answer and in every line that
 * is logged on its way, and notes how it ended.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@ServiceRanking(1000)
public final class RequestFilter implements Filter {

    /** The name of the id among what is logged with each line. */
    static final String LOGGED_AS = "request_id";

    private final Outcomes outcomes;
    private final LongSupplier nanoTime;

    /** Keeps times there. */
    @Activate
    public RequestFilter(@Reference Timings timings) {
        this(new Outcomes(timings), System::nanoTime);
    }

    RequestFilter(Outcomes outcomes, LongSupplier nanoTime) {
        this.outcomes = outcomes;
        this.nanoTime = nanoTime;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
            throws IOException, ServletException {
        if (plainRequest instanceof HttpServletRequest request
                && plainResponse instanceof HttpServletResponse response) {
            noted(request, response, chain);
        } else {
            chain.doFilter(plainRequest, plainResponse);
        }
    }

    private void noted(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestId.of(request.getHeader(RequestId.HEADER));
        RequestNote note = RequestNote.begin(request, id, nanoTime.getAsLong());
        response.setHeader(RequestId.HEADER, id);
        MDC.put(LOGGED_AS, id);
        boolean returned = false;
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            // A stream that was opened here counts with the time until it was open. What throws becomes a 500 outside.
            outcomes.note(note, returned ? response.getStatus() : 500, nanoTime.getAsLong() - note.startedAt());
            MDC.remove(LOGGED_AS);
        }
    }
}
