package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Date;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.access.PublicAddress;
import org.sightline.apps.AppClient;
import org.sightline.apps.TokenFacts;
import org.sightline.apps.model.PermissionName;

/** Tells an app what its tokens are worth (RFC 7662); those that are not its own are inactive. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oauth/introspect")
public final class IntrospectionServlet extends PostOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient OauthGate gate;
    private final transient PublicAddress address;

    /** Works behind a gate. */
    @Activate
    public IntrospectionServlet(@Reference OauthGate gate, @Reference PublicAddress address) {
        this.gate = gate;
        this.address = address;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.pass(request, response, service -> {
            HTTPRequest form = FormBody.read(request);
            String token = FormBody.required(FormBody.parameters(form), "token");
            AppClient client = ClientSecrets.client(service, form, request.getRemoteAddr());
            OauthAnswers.json(
                    response, answer(service.introspect(client, token)).toJSONObject());
        });
    }

    private TokenIntrospectionSuccessResponse answer(Optional<TokenFacts> known) {
        if (known.isEmpty()) {
            return new TokenIntrospectionSuccessResponse.Builder(false).build();
        }
        TokenFacts facts = known.get();
        String subject =
                facts.user() == null ? facts.app().value() : facts.user().value();
        TokenIntrospectionSuccessResponse.Builder answer = new TokenIntrospectionSuccessResponse.Builder(true)
                .clientID(new ClientID(facts.app().value()))
                .subject(new Subject(subject))
                .issuer(new Issuer(address.base()))
                .issueTime(Date.from(facts.issuedAt()))
                .expirationTime(Date.from(facts.expiresAt()))
                .scope(new Scope(
                        facts.permissions().stream().map(PermissionName::value).toArray(String[]::new)))
                .parameter("tenant_key", facts.tenant().value());
        if (!facts.refresh()) {
            answer.tokenType(AccessTokenType.BEARER);
        }
        return answer.build();
    }
}
