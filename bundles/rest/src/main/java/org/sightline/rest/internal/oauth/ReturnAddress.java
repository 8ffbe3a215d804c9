package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an app gets its answer: an address that is registered for it, to the letter.
 *
 * @param uri    the address
 * @param state  what the app wants to hear again; null for nothing
 * @param issuer who answers (RFC 9207)
 */
record ReturnAddress(URI uri, @Nullable String state, String issuer) {

    /** Returns the place in a form that people recognise. */
    String place() {
        return uri.getHost() == null ? uri.getScheme() + ":" : uri.getHost();
    }

    /** Sends the member back with a code. */
    void succeed(HttpServletResponse response, String code) {
        send(
                response,
                new AuthorizationSuccessResponse(
                        uri, new AuthorizationCode(code), null, stateOrNull(), new Issuer(issuer), ResponseMode.QUERY));
    }

    /** Sends the member back with an error. */
    void fail(HttpServletResponse response, ErrorObject error) {
        send(
                response,
                new AuthorizationErrorResponse(uri, error, stateOrNull(), new Issuer(issuer), ResponseMode.QUERY));
    }

    private @Nullable State stateOrNull() {
        return state == null ? null : new State(state);
    }

    private static void send(HttpServletResponse response, AuthorizationResponse answer) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", answer.toURI().toString());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
