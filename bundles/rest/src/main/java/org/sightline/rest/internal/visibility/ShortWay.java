package org.sightline.rest.internal.visibility;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.json.DecisionJson;
import org.sightline.json.Json;
import org.sightline.json.VerifyJson;
import org.sightline.problem.ProblemException;
import org.sightline.rest.internal.answer.AnswerHeaders;
import org.sightline.rest.internal.answer.Bearer;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.guard.RateLimits;
import org.sightline.rest.internal.guard.Role;
import org.sightline.rest.internal.traffic.DecisionTimes;
import org.sightline.rest.internal.traffic.Operation;
import org.sightline.rest.internal.traffic.RequestNote;
import org.sightline.store.StoreUnavailableException;
import org.sightline.visibility.Decision;
import org.sightline.visibility.LiveQuestions;
import org.sightline.visibility.Visibility;

/**
 * Answers the ordinary case of the two questions that other software asks all day, before the request has gone through
 * the whole REST machinery, which costs several times as much as the answer. Whatever is not ordinary, or goes wrong
 * here, goes that whole way, body included, so that routing and refusals are decided in one place:
 * {@link QuestionResource} and what lies around it.
 */
@Component(service = Filter.class, property = "osgi.http.whiteboard.filter.regex=" + ShortWay.PATHS)
public final class ShortWay implements Filter {

    /** The paths that are looked at. */
    static final String PATHS = "/api/v1/tenants/[A-Za-z0-9_.-]+/visibility/verify(:batch)?";

    private static final String BEFORE_TENANT = "/api/v1/tenants/";
    private static final String BEFORE_QUESTION = "/visibility/";
    private static final String MANY = ":batch";
    private static final Operation VERIFY_ONE =
            new Operation(HttpMethod.POST, BEFORE_TENANT + "{t}" + BEFORE_QUESTION + "verify");
    private static final Operation VERIFY_MANY = new Operation(HttpMethod.POST, VERIFY_ONE.path() + MANY);
    private static final int LARGEST_BODY = 1 << 20;

    private final Sessions sessions;
    private final Snapshots snapshots;
    private final Visibility visibility;
    private final LiveQuestions live;
    private final RateLimits limits;
    private final DecisionTimes times;

    /** Answers with these. */
    @Activate
    public ShortWay(
            @Reference Sessions sessions,
            @Reference Snapshots snapshots,
            @Reference Visibility visibility,
            @Reference LiveQuestions live,
            @Reference RateLimits limits,
            @Reference DecisionTimes times) {
        this.sessions = sessions;
        this.snapshots = snapshots;
        this.visibility = visibility;
        this.live = live;
        this.limits = limits;
        this.times = times;
    }

    @Override
    public void doFilter(ServletRequest plainRequest, ServletResponse plainResponse, FilterChain wholeWay)
            throws IOException, ServletException {
        if (plainRequest instanceof HttpServletRequest request
                && plainResponse instanceof HttpServletResponse response
                && isOrdinary(request)) {
            Caller.User caller = caller(request);
            if (caller != null && limits.admit(request, response, caller.rateKey())) {
                answer(caller, request, response, wholeWay);
                return;
            }
        }
        wholeWay.doFilter(plainRequest, plainResponse);
    }

    private void answer(
            Caller.User caller, HttpServletRequest request, HttpServletResponse response, FilterChain wholeWay)
            throws IOException, ServletException {
        boolean isMany = request.getRequestURI().endsWith(MANY);
        RequestNote note = RequestNote.of(request);
        note.asksFor(isMany ? VERIFY_MANY : VERIFY_ONE);
        note.askedBy(caller, caller.tenant());
        byte[] body = request.getInputStream().readNBytes(request.getContentLength());
        TenantSnapshot state;
        byte[] json;
        try {
            state = snapshots.current(caller.tenant());
            json = isMany ? many(state, body) : one(state, body);
        } catch (RuntimeException toBeWordedThere) {
            // The whole way meets the same and knows how to say it.
            wholeWay.doFilter(new ReplayedRequest(request, body), response);
            return;
        }
        AnswerHeaders.ofPlainAnswer(response, state.revision());
        response.setContentType(MediaType.APPLICATION_JSON);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static boolean isOrdinary(HttpServletRequest request) {
        int length = request.getContentLength();
        return request.getMethod().equals(HttpMethod.POST)
                && request.getQueryString() == null
                && length > 0
                && length <= LARGEST_BODY
                && MediaType.APPLICATION_JSON.equals(request.getContentType())
                && acceptsJson(request.getHeader(HttpHeaders.ACCEPT))
                && request.getHeader(Call.AT_LEAST) == null
                && request.getHeader("Expect") == null
                && request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals(MediaType.WILDCARD) || accept.equals(MediaType.APPLICATION_JSON);
    }

    /** Returns who asks about the own tenant and may; null when the whole way has to find that out. */
    private Caller.@Nullable User caller(HttpServletRequest request) {
        String token = Bearer.token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            return null;
        }
        try {
            Caller caller = sessions.authenticate(token);
            return caller instanceof Caller.User user
                            && Role.MEMBER_PERMISSIONS.isHeldBy(user, false)
                            && request.getRequestURI().startsWith(BEFORE_TENANT + user.tenant() + BEFORE_QUESTION)
                    ? user
                    : null;
        } catch (ProblemException | StoreUnavailableException toBeWordedThere) {
            return null;
        }
    }

    private byte[] one(TenantSnapshot state, byte[] body) {
        VerifyJson form = Json.read(body, VerifyJson.class);
        long start = System.nanoTime();
        Decision decision = Questions.decide(visibility, live, state, form.toModel());
        times.decidedSince(start);
        return Json.bytes(DecisionJson.of(decision));
    }

    private byte[] many(TenantSnapshot state, byte[] body) {
        long start = System.nanoTime();
        boolean[] results = new PairReader(state, visibility.engine(state), live).decide(body);
        times.decidedSince(start, results.length);
        return Json.bytes(Map.of("results", results));
    }
}
