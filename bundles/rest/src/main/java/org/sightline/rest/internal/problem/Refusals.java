package org.sightline.rest.internal.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns whatever was thrown into an answer (docs/api.md, "Errors"). */
public final class Refusals implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** What more money could change. */
    private static final Set<String> OF_THE_PLAN =
            Set.of(Codes.RULE_QUOTA_EXCEEDED, Codes.PLAN_NOT_ELIGIBLE, Codes.TRUST_QUOTA_EXCEEDED);

    private final String upgradeContact;

    @Context
    private @Nullable UriInfo uri;

    /**
     * Creates the mapper.
     *
     * @param upgradeContact whom to ask for more than the plan allows
     */
    public Refusals(String upgradeContact) {
        this.upgradeContact = upgradeContact;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof ProblemException refusal) {
            Problem problem = refusal.problem();
            return answer(
                    OF_THE_PLAN.contains(problem.code()) ? problem.with("upgrade_contact", upgradeContact) : problem);
        }
        if (thrown instanceof StoreUnavailableException lost) {
            LOG.warn("the store is not available", lost);
            return answer(lost.problem());
        }
        if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
            return answer(http.getResponse());
        }
        return incident(thrown);
    }

    private static Response answer(Problem problem) {
        int status = ProblemDocument.status(problem.kind());
        Response.ResponseBuilder answer = document(status, ProblemDocument.of(status, problem));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sightline\"");
        }
        Object wait = problem.members().get("retry_after");
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, wait);
        } else if (status == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return answer.build();
    }

    private Response answer(Response refused) {
        int status = refused.getStatus();
        Problem problem = Problem.of(ProblemKind.MALFORMED, code(status), detail(status, refused));
        Response.ResponseBuilder answer = document(status, ProblemDocument.of(status, problem));
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        String encodings = refused.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (encodings != null) {
            answer.header(HttpHeaders.ACCEPT_ENCODING, encodings);
        }
        return answer.build();
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> Codes.NOT_FOUND;
            case 405 -> Codes.METHOD_NOT_ALLOWED;
            case 406 -> Codes.NOT_ACCEPTABLE;
            case 413 -> Codes.TOO_LARGE;
            case 415 -> Codes.UNSUPPORTED_MEDIA_TYPE;
            default -> Codes.MALFORMED_REQUEST;
        };
    }

    private String detail(int status, Response refused) {
        String path = uri == null ? "" : " `/" + uri.getPath() + "`";
        return switch (status) {
            case 404 -> "there is nothing at" + path;
            case 405 -> "the path" + path + " takes " + refused.getHeaderString(HttpHeaders.ALLOW) + " only";
            case 406 ->
                "no answer of" + path + " has a media type that the header `Accept` names;"
                        + " ask for application/json, for an export application/x-ndjson";
            case 415 ->
                refused.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null
                        ? "a body with `Content-Encoding` is not taken; send it uncompressed, without that header"
                        : "the path" + path + " does not take a body of this `Content-Type`; send application/json,"
                                + " for a PATCH also application/merge-patch+json, for an import application/x-ndjson or text/csv";
            default -> "the request cannot be read: " + ProblemDocument.title(status);
        };
    }

    private Response incident(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.error("incident {} at {}", id, uri == null ? "unknown path" : uri.getPath(), thrown);
        return document(500, ProblemDocument.ofIncident(id)).build();
    }

    private static Response.ResponseBuilder document(int status, byte[] body) {
        return Response.status(status).entity(body).type(ProblemDocument.MEDIA_TYPE);
    }
}
