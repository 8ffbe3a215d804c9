package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.apps.AppAuthorization;
import org.sightline.apps.AppClient;
import org.sightline.apps.IssuedTokens;
import org.sightline.apps.model.PermissionName;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.AppTokenStore.CodeTerms;

/** Hands out tokens (RFC 6749, section 3.2). */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oauth/token")
public final class TokenServlet extends PostOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient OauthGate gate;

    /** Works behind a gate. */
    @Activate
    public TokenServlet(@Reference OauthGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.pass(request, response, service -> {
            HTTPRequest form = FormBody.read(request);
            Map<String, List<String>> parameters = FormBody.parameters(form);
            String grant = FormBody.required(parameters, "grant_type");
            AppClient client = ClientSecrets.client(service, form, request.getRemoteAddr());
            OauthAnswers.json(response, body(tokens(service, client, grant, parameters)));
        });
    }

    private static IssuedTokens tokens(
            AppAuthorization service, AppClient client, String grant, Map<String, List<String>> parameters) {
        @Nullable Set<PermissionName> scope = ScopeText.read(FormBody.optional(parameters, "scope"));
        if (grant.equals(GrantType.CLIENT_CREDENTIALS.getValue())) {
            return service.issue(client, scope);
        }
        if (grant.equals(GrantType.REFRESH_TOKEN.getValue())) {
            return service.refresh(client, FormBody.required(parameters, "refresh_token"), scope);
        }
        if (grant.equals(GrantType.AUTHORIZATION_CODE.getValue())) {
            return service.redeem(client, FormBody.required(parameters, "code"), terms(parameters));
        }
        throw Problem.of(
                        ProblemKind.MALFORMED,
                        OAuth2Error.UNSUPPORTED_GRANT_TYPE.getCode(),
                        "grant_type must be authorization_code, refresh_token or client_credentials")
                .exception();
    }

    private static CodeTerms terms(Map<String, List<String>> parameters) {
        String redirectUri = FormBody.required(parameters, "redirect_uri");
        String verifier = FormBody.required(parameters, "code_verifier");
        try {
            return new CodeTerms(
                    redirectUri,
                    CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                            .getValue());
        } catch (IllegalArgumentException e) {
            ProblemException refusal = FormBody.malformed("code_verifier must have 43 to 128 characters (RFC 7636)");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static Map<String, Object> body(IssuedTokens issued) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", issued.accessToken());
        body.put("token_type", "Bearer");
        body.put("expires_in", issued.lifetime().toSeconds());
        if (issued.refreshToken() != null) {
            body.put("refresh_token", issued.refreshToken());
        }
        if (!issued.permissions().isEmpty()) {
            body.put(
                    "scope",
                    issued.permissions().stream().map(PermissionName::value).collect(Collectors.joining(" ")));
        }
        return body;
    }
}
