package org.sightline.rest.internal.answer;

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

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        boolean canBeAskedAgain = headers.containsKey(HttpHeaders.ETAG);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, canBeAskedAgain ? "private, no-cache" : "no-store");
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
