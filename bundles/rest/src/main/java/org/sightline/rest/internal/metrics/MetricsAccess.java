package org.sightline.rest.internal.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/**
 * Who may look at the metrics (docs/operations.md, "Metrics"): whoever asks from this machine unless that is switched off,
 * the operator, and whoever has the token that is good for nothing else.
 */
final class MetricsAccess {

    private static final String SCHEME = "Bearer ";
    private static final int LEAST_LENGTH = 32;

    /** What proxies add: behind one on this machine everybody seems to come from here. */
    private static final List<String> MARKS_OF_PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Sessions sessions;
    private final boolean openOnLoopback;
    private final byte[] digest;

    /**
     * Creates the rule.
     *
     * @param openOnLoopback whether this machine needs no token
     * @param token          good for the metrics only; empty for none
     * @throws IllegalArgumentException when the token is too short
     */
    MetricsAccess(Sessions sessions, boolean openOnLoopback, String token) {
        if (!token.isEmpty() && token.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(".metrics_token has " + token.length() + " characters; use at least "
                    + LEAST_LENGTH + " random ones, from `openssl rand -hex 32` say");
        }
        this.sessions = sessions;
        this.openOnLoopback = openOnLoopback;
        this.digest = token.isEmpty() ? new byte[0] : digest(token);
    }

    /**
     * Lets the sender of a request pass, or not.
     *
     * @throws ProblemException {@code unauthenticated}, {@code forbidden}, {@code unavailable}
     */
    void check(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            if (openOnLoopback && isFromHere(request)) {
                return;
            }
            throw unauthenticated("the metrics need a token: send the header `Authorization: Bearer <token>`");
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("the header `Authorization` must read `Bearer <token>`");
        }
        String token = header.substring(SCHEME.length()).strip();
        if (isOfTheMetrics(token)) {
            return;
        }
        if (!(sessions.authenticate(token) instanceof Caller.Operator)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Codes.FORBIDDEN, "the metrics are for the operator only")
                    .exception();
        }
    }

    private boolean isOfTheMetrics(String token) {
        return digest.length > 0 && MessageDigest.isEqual(digest, digest(token));
    }

    private static boolean isFromHere(HttpServletRequest request) {
        try {
            return MARKS_OF_PROXIES.stream().allMatch(mark -> request.getHeader(mark) == null)
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static ProblemException unauthenticated(String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, Codes.UNAUTHENTICATED, detail)
                .exception();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
