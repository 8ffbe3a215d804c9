package org.sightline.rest.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.apps.AppAuthorization;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Capability;
import org.sightline.rest.internal.guard.RateLimits;
import org.sightline.rest.internal.problem.ServletAnswers;
import org.sightline.store.StoreUnavailableException;

/** What every request to an endpoint of OAuth passes: not too often, apps are on, and whatever goes wrong is answered. */
@Component(service = OauthGate.class)
public final class OauthGate {

    private final RateLimits limits;

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppAuthorization authorization;

    /** Works with these. */
    @Activate
    public OauthGate(@Reference RateLimits limits) {
        this.limits = limits;
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Endpoint {

        /** Answers; may refuse by throwing a {@link ProblemException}. */
        void answer(AppAuthorization service) throws IOException;
    }

    /** Lets a request to a machine's endpoint through, and answers refusals. */
    void pass(HttpServletRequest request, HttpServletResponse response, Endpoint endpoint) throws IOException {
        if (!limits.admit(request, response, "address/" + request.getRemoteAddr())) {
            OauthAnswers.refuse(
                    response,
                    Problem.of(ProblemKind.RATE_LIMITED, Codes.RATE_LIMITED, "too many requests; wait a second")
                            .with("retry_after", 1));
            return;
        }
        AppAuthorization service;
        try {
            service = Capability.APP_PERMISSIONS.on(authorization);
        } catch (ProblemException off) {
            ServletAnswers.problem(response, off.problem());
            return;
        }
        answer(request, response, service, endpoint);
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, AppAuthorization service, Endpoint endpoint)
            throws IOException {
        try {
            endpoint.answer(service);
        } catch (ProblemException refusal) {
            OauthAnswers.refuse(response, refusal.problem());
        } catch (StoreUnavailableException lost) {
            OauthAnswers.refuse(
                    response,
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            Codes.UNAVAILABLE,
                            "the database cannot be reached right now; try again in a moment"));
        } catch (RuntimeException fault) {
            OauthAnswers.incident(response, request.getRequestURI(), fault);
        }
    }
}
