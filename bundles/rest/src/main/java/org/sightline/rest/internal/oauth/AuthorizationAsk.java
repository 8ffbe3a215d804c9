package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppClient;
import org.sightline.apps.AppConsents;
import org.sightline.apps.ConsentRequest;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.store.AppTokenStore.CodeTerms;

/**
 * What an app asks a member for (RFC 6749, section 4.1.1, and RFC 7636 with S256 only).
 *
 * @param request    the app and what it would get
 * @param address    where the answer goes
 * @param terms      what the code is handed out for
 * @param parameters as the app sent them, for the forms to carry on
 */
record AuthorizationAsk(
        ConsentRequest request, ReturnAddress address, CodeTerms terms, Map<String, String> parameters) {

    private static final String CLIENT_ID = "client_id";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final String STATE = "state";

    /** What the forms carry on. */
    private static final List<String> KNOWN = List.of(
            "response_type",
            "response_mode",
            CLIENT_ID,
            REDIRECT_URI,
            "scope",
            STATE,
            "code_challenge",
            "code_challenge_method");

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * Reads parameters.
     *
     * @throws PageRefusal     when app or redirect URI cannot be trusted
     * @throws RedirectRefusal when anything else is wrong
     */
    static AuthorizationAsk of(Map<String, List<String>> sent, AppConsents consents, String issuer) {
        AppClient client = client(sent, consents);
        ReturnAddress address = address(sent, client, issuer);
        AuthorizationRequest asked = parsed(sent, address);
        requireCode(asked, address);
        String challenge = challenge(asked, address);
        try {
            ConsentRequest request = consents.request(client, ScopeText.read(FormBody.optional(sent, "scope")));
            return new AuthorizationAsk(
                    request, address, new CodeTerms(address.uri().toString(), challenge), carried(sent));
        } catch (ProblemException refusal) {
            if (refusal.problem().code().equals(Codes.INVALID_SCOPE)) {
                throw new RedirectRefusal(
                        address,
                        described(OAuth2Error.INVALID_SCOPE, refusal.problem().detail()));
            }
            throw refusal;
        }
    }

    private static AppClient client(Map<String, List<String>> sent, AppConsents consents) {
        return single(sent, CLIENT_ID)
                .flatMap(consents::client)
                .orElseThrow(() -> new PageRefusal(400, "error.client"));
    }

    private static ReturnAddress address(Map<String, List<String>> sent, AppClient client, String issuer) {
        String uri = single(sent, REDIRECT_URI)
                .filter(client.app().redirectUris()::contains)
                .orElseThrow(() -> new PageRefusal(400, "error.redirect"));
        return new ReturnAddress(URI.create(uri), single(sent, STATE).orElse(null), issuer);
    }

    private static Optional<String> single(Map<String, List<String>> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }

    private static AuthorizationRequest parsed(Map<String, List<String>> sent, ReturnAddress address) {
        for (String name : KNOWN) {
            if (sent.getOrDefault(name, List.of()).size() > 1) {
                throw new RedirectRefusal(
                        address, described(OAuth2Error.INVALID_REQUEST, name + " is there more than once"));
            }
        }
        try {
            return AuthorizationRequest.parse(sent);
        } catch (ParseException e) {
            ErrorObject error = e.getErrorObject();
            RedirectRefusal refusal = new RedirectRefusal(address, error == null ? OAuth2Error.INVALID_REQUEST : error);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static void requireCode(AuthorizationRequest asked, ReturnAddress address) {
        if (!ResponseType.CODE.equals(asked.getResponseType())) {
            throw new RedirectRefusal(address, OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (asked.getResponseMode() != null
                && !asked.getResponseMode().getValue().equals("query")) {
            throw new RedirectRefusal(address, described(OAuth2Error.INVALID_REQUEST, "response_mode must be query"));
        }
        if (asked.specifiesRequestObject()) {
            throw new RedirectRefusal(address, OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
    }

    private static String challenge(AuthorizationRequest asked, ReturnAddress address) {
        if (asked.getCodeChallenge() == null) {
            throw new RedirectRefusal(
                    address, described(OAuth2Error.INVALID_REQUEST, "code_challenge is missing (RFC 7636)"));
        }
        String challenge = asked.getCodeChallenge().getValue();
        if (!CodeChallengeMethod.S256.equals(asked.getCodeChallengeMethod())
                || !CHALLENGE.matcher(challenge).matches()) {
            throw new RedirectRefusal(
                    address,
                    described(
                            OAuth2Error.INVALID_REQUEST,
                            "code_challenge_method must be S256, with a challenge of 43 characters"));
        }
        return challenge;
    }

    private static Map<String, String> carried(Map<String, List<String>> sent) {
        Map<String, String> carried = new LinkedHashMap<>();
        for (String name : KNOWN) {
            @Nullable String value = FormBody.optional(sent, name);
            if (value != null) {
                carried.put(name, value);
            }
        }
        return carried;
    }

    private static ErrorObject described(ErrorObject error, String description) {
        return error.setDescription(ErrorObject.removeIllegalChars(description.replace('`', '\'')));
    }
}
