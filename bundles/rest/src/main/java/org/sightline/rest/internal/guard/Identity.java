package org.sightline.rest.internal.guard;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/**
 * What a request's token proves. A refusal is kept until a caller is needed, since public paths do not mind a bad token.
 *
 * @param caller  who it is; null when nobody could be made out
 * @param refusal why there is no caller; null when there is one
 */
record Identity(@Nullable Caller caller, @Nullable RuntimeException refusal) {

    private static final String PROPERTY = Identity.class.getName();

    /** Somebody who sent no token. */
    static Identity unknown() {
        return new Identity(
                null,
                Problem.of(
                                ProblemKind.UNAUTHENTICATED,
                                Codes.UNAUTHENTICATED,
                                "this needs a token: send the header `Authorization: Bearer <token>`")
                        .exception());
    }

    /** Returns what {@link #keep} kept. */
    static Identity of(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Identity identity ? identity : unknown();
    }

    /** Keeps this with the request. */
    void keep(ContainerRequestContext request) {
        request.setProperty(PROPERTY, this);
    }

    /** Returns the caller or refuses. */
    Caller require() {
        if (caller != null) {
            return caller;
        }
        throw refusal != null ? refusal : new IllegalStateException("neither caller nor refusal");
    }
}
