package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppAuthorization;
import org.sightline.apps.AppClient;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Finds the app that sends a request by its secret: in the header or in the form, not in both (RFC 6749, 2.3.1). */
final class ClientSecrets {

    private ClientSecrets() {}

    /**
     * Returns the app.
     *
     * @throws ProblemException {@code invalid_request} for two ways at a time, else as {@link AppAuthorization#authenticate}
     */
    static AppClient client(AppAuthorization service, HTTPRequest request, String origin) {
        @Nullable ClientAuthentication given = given(request);
        if (!(given instanceof PlainClientSecret secret)) {
            throw unknown("the app must prove itself: send its id and secret by HTTP Basic, or as client_id and"
                    + " client_secret in the form");
        }
        Map<String, List<String>> form = FormBody.parameters(request);
        if (given instanceof ClientSecretBasic && form.containsKey("client_secret")) {
            throw FormBody.malformed("the app proves itself twice; send the secret in the header or in the form");
        }
        String id = secret.getClientID().getValue();
        if (form.containsKey("client_id") && !form.get("client_id").equals(List.of(id))) {
            throw FormBody.malformed("client_id in the form is another app than the one in the header");
        }
        return service.authenticate(id, secret.getClientSecret().getValue(), origin);
    }

    private static @Nullable ClientAuthentication given(HTTPRequest request) {
        try {
            return ClientAuthentication.parse(request);
        } catch (ParseException e) {
            throw new ProblemException(
                    unknown("the way in which the app proves itself cannot be read")
                            .problem(),
                    e);
        }
    }

    private static ProblemException unknown(String detail) {
        return Problem.of(ProblemKind.UNAUTHENTICATED, Codes.INVALID_CLIENT, detail)
                .exception();
    }
}
