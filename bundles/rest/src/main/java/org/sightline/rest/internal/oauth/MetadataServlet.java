package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.access.PublicAddress;
import org.sightline.json.Json;
import org.sightline.rest.internal.problem.ReadOnlyServlet;
import org.sightline.rest.internal.problem.ServletAnswers;

/** Tells clients where everything is and what it can do (RFC 8414). */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/.well-known/oauth-authorization-server")
public final class MetadataServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final List<ClientAuthenticationMethod> METHODS =
            List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final transient OauthGate gate;
    private final byte[] document;

    /** Describes this server. */
    @Activate
    public MetadataServlet(@Reference OauthGate gate, @Reference PublicAddress address) {
        this.gate = gate;
        this.document = Json.bytes(metadata(address.base()).toJSONObject());
    }

    private static AuthorizationServerMetadata metadata(String base) {
        AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(new Issuer(base));
        metadata.setAuthorizationEndpointURI(URI.create(base + "/oauth/authorize"));
        metadata.setTokenEndpointURI(URI.create(base + "/oauth/token"));
        metadata.setRevocationEndpointURI(URI.create(base + "/oauth/revoke"));
        metadata.setIntrospectionEndpointURI(URI.create(base + "/oauth/introspect"));
        metadata.setResponseTypes(List.of(new ResponseType(ResponseType.Value.CODE)));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(
                List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setTokenEndpointAuthMethods(METHODS);
        metadata.setRevocationEndpointAuthMethods(METHODS);
        metadata.setIntrospectionEndpointAuthMethods(METHODS);
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.pass(request, response, service -> ServletAnswers.json(response, 200, document));
    }
}
