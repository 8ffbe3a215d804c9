package org.sightline.rest.internal.oauth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.access.Sessions;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Bearer;

/**
 * A member who looks at a page, by a session of theirs.
 *
 * @param token  of the session
 * @param member whose it is
 */
record Visitor(String token, Caller.User member) {

    private static final String COOKIE = "sightline_oauth";

    /** Returns who sends a request: by the header, else by the cookie that {@link #remember} set; empty for nobody. */
    static Optional<Visitor> of(HttpServletRequest request, Sessions sessions) {
        return token(request).flatMap(token -> of(token, sessions));
    }

    /** Returns whose session this is; empty when it is no member's, or not any more. */
    static Optional<Visitor> of(String token, Sessions sessions) {
        try {
            return sessions.authenticate(token) instanceof Caller.User member
                    ? Optional.of(new Visitor(token, member))
                    : Optional.empty();
        } catch (ProblemException refusal) {
            if (refusal.problem().kind() == ProblemKind.UNAUTHENTICATED) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Optional<String> token(HttpServletRequest request) {
        @Nullable String sent = Bearer.token(request.getHeader("Authorization"));
        if (sent != null) {
            return Optional.of(sent);
        }
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Lets the browser send this session with requests to these pages, until it is closed. */
    void remember(HttpServletResponse response, String path, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                COOKIE + "=" + token + "; Path=" + path + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : ""));
    }
}
