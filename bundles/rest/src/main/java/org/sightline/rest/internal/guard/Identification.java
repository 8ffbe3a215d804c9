package org.sightline.rest.internal.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Bearer;
import org.sightline.store.StoreUnavailableException;

/** Finds out who is calling, and counts the call; also for paths that do not exist. */
@PreMatching
public final class Identification implements ContainerRequestFilter {

    private final Sessions sessions;
    private final RateLimits limits;

    @Context
    private @Nullable HttpServletRequest servletRequest;

    /** Creates the filter. */
    public Identification(Sessions sessions, RateLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Identity identity = identify(request);
        identity.keep(request);
        if (limits.areOn()) {
            limits.count(request, rateKey(identity.caller()));
        }
    }

    private Identity identify(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Identity.unknown();
        }
        String token = Bearer.token(header);
        if (token == null) {
            return refused(Problem.of(
                            ProblemKind.UNAUTHENTICATED,
                            Codes.UNAUTHENTICATED,
                            "the header `Authorization` must read `Bearer <token>`")
                    .exception());
        }
        try {
            return new Identity(sessions.authenticate(token), null);
        } catch (ProblemException | StoreUnavailableException e) {
            return refused(e);
        }
    }

    private static Identity refused(RuntimeException refusal) {
        return new Identity(null, refusal);
    }

    private String rateKey(@Nullable Caller caller) {
        if (caller != null) {
            return caller.rateKey();
        }
        return servletRequest == null ? "address" : "address/" + servletRequest.getRemoteAddr();
    }
}
