package org.sightline.rest.internal.answer;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.sightline.problem.ProblemException;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Headers that every answer carries: the revision it holds at, and what keeps browsers from doing more than asked. */
public final class AnswerHeaders implements ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerHeaders.class);
    private static final String SNIFF = "X-Content-Type-Options";
    private static final String NO_SNIFF = "nosniff";
    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";
    private static final String NO_STORE = "no-store";

    /** Sets the same on an answer without address that does not go through the REST machinery. */
    public static void ofPlainAnswer(HttpServletResponse response, long revision) {
        response.setHeader(SNIFF, NO_SNIFF);
        response.setHeader(CONTENT_POLICY, NO_CONTENT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        response.setHeader(Call.REVISION, Long.toString(revision));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(SNIFF, NO_SNIFF);
        headers.putSingle(CONTENT_POLICY, NO_CONTENT);
        boolean canBeAskedAgain = headers.containsKey(HttpHeaders.ETAG);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, canBeAskedAgain ? "private, no-cache" : NO_STORE);
        addRevision(request, headers);
    }

    private static void addRevision(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        Call call = Call.find(request);
        if (call == null) {
            return;
        }
        try {
            long revision = call.revision();
            if (revision >= 0) {
                headers.putSingle(Call.REVISION, revision);
            }
        } catch (ProblemException | StoreUnavailableException e) {
            // The tenant is gone or cannot be loaded; the answer itself says so where that matters.
            LOG.debug("no revision for the answer to {}", request.getUriInfo().getPath(), e);
        }
    }
}
