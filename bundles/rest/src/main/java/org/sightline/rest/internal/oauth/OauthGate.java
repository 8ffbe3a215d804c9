package org.sightline.rest.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.apps.AppAuthorization;
import org.sightline.apps.AppConsents;
import org.sightline.apps.AppPermissions;
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

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppConsents consents;

    /** Away while apps are switched off. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable AppPermissions catalogue;

    /** Works with these. */
    @Activate
    public OauthGate(@Reference RateLimits limits) {
        this.limits = limits;
    }

    /**
     * Answers a request.
     *
     * @param <S> whom it asks
     */
    @FunctionalInterface
    interface Endpoint<S> {

        /** Answers; may refuse by throwing a {@link ProblemException}. */
        void answer(S service) throws IOException;
    }

    /**
     * Whom the pages for people ask.
     *
     * @param consents  what members agree to
     * @param catalogue what permissions mean
     */
    record Pages(AppConsents consents, AppPermissions catalogue) {}

    /** Lets a request to a machine's endpoint through, and answers refusals. */
    void pass(HttpServletRequest request, HttpServletResponse response, Endpoint<AppAuthorization> endpoint)
            throws IOException {
        pass(request, response, () -> Capability.APP_PERMISSIONS.on(authorization), endpoint);
    }

    /** Lets a request to a page through, and answers refusals. */
    void passToPages(HttpServletRequest request, HttpServletResponse response, Endpoint<Pages> endpoint)
            throws IOException {
        pass(
                request,
                response,
                () -> new Pages(Capability.APP_PERMISSIONS.on(consents), Capability.APP_PERMISSIONS.on(catalogue)),
                endpoint);
    }

    private <S> void pass(
            HttpServletRequest request, HttpServletResponse response, Supplier<S> services, Endpoint<S> endpoint)
            throws IOException {
        if (!limits.admit(request, response, "address/" + request.getRemoteAddr())) {
            OauthAnswers.refuse(
                    response,
                    Problem.of(ProblemKind.RATE_LIMITED, Codes.RATE_LIMITED, "too many requests; wait a second")
                            .with("retry_after", 1));
            return;
        }
        S service;
        try {
            service = services.get();
        } catch (ProblemException off) {
            ServletAnswers.problem(response, off.problem());
            return;
        }
        answer(request, response, service, endpoint);
    }

    private static <S> void answer(
            HttpServletRequest request, HttpServletResponse response, S service, Endpoint<S> endpoint)
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
