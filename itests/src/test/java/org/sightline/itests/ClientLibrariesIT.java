package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuth2AccessTokenErrorResponse;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.oauth2.OAuth2Error;
import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.ClientCredentialsTokenRequest;
import com.google.api.client.auth.oauth2.Credential;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.http.BasicAuthentication;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Browser;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Client libraries of others work with this server as they are. */
@ExtendWith(SharedServer.class)
class ClientLibrariesIT {

    private final ServerUnderTest server;
    private final DevelopedApp developed;

    ClientLibrariesIT(ServerUnderTest server) {
        this.server = server;
        developed = DevelopedApp.create(server);
    }

    private String address(String path) {
        return server.uri(path).toString();
    }

    /** Lily does at the page what a library sends her there for; returns what the app gets. */
    private Browser.Page agree(String address) {
        Browser browser = new Browser(server);
        Browser.Page login = browser.open(
                URI.create(address).getRawPath() + "?" + URI.create(address).getRawQuery());
        Browser.Page consent = browser.submit(
                login, Map.of("tenant_key", developed.tenant().key(), "login", "lily", "password", Tenant.PASSWORD));
        Browser.Page back = browser.submit(consent, Map.of("decision", "approve"));
        assertThat(back.status()).isEqualTo(302);
        return back;
    }

    private void assertLilys(String token) {
        assertThat(developed.with(token).get("/me").expect(200).text("/user_id"))
                .isEqualTo("lily");
    }

    /** What ScribeJava wants to know of a server. */
    private final class Sightline extends DefaultApi20 {

        @Override
        public String getAccessTokenEndpoint() {
            return address("/oauth/token");
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return address("/oauth/authorize");
        }

        @Override
        public String getRevokeTokenEndpoint() {
            return address("/oauth/revoke");
        }
    }

    @Test
    void scribeJava() throws Exception {
        try (OAuth20Service service = new ServiceBuilder(developed.app().app())
                .apiSecret(developed.app().secret())
                .callback(DevelopedApp.REDIRECT)
                .defaultScope(DevelopedApp.DOCUMENTS + " " + DevelopedApp.EMAIL)
                .build(new Sightline())) {
            AuthorizationUrlBuilder ask =
                    service.createAuthorizationUrlBuilder().state("state").initPKCE();
            Browser.Page back = agree(ask.build());
            assertThat(back.answer("state")).isEqualTo("state");
            OAuth2AccessToken tokens = service.getAccessToken(AccessTokenRequestParams.create(back.answer("code"))
                    .pkceCodeVerifier(ask.getPkce().getCodeVerifier()));
            assertThat(tokens.getTokenType()).isEqualTo("Bearer");
            assertThat(tokens.getExpiresIn()).isEqualTo(7200);
            assertThat(tokens.getScope()).isEqualTo(DevelopedApp.EMAIL + " " + DevelopedApp.DOCUMENTS);
            assertLilys(tokens.getAccessToken());

            OAuth2AccessToken next = service.refreshAccessToken(tokens.getRefreshToken());
            assertLilys(next.getAccessToken());
            service.revokeToken(next.getRefreshToken());
            developed.with(next.getAccessToken()).get("/me").expectProblem(401, "unauthenticated");
            Assertions.assertThatThrownBy(() -> service.refreshAccessToken(next.getRefreshToken()))
                    .isInstanceOfSatisfying(OAuth2AccessTokenErrorResponse.class, error -> assertThat(error.getError())
                            .isEqualTo(OAuth2Error.INVALID_GRANT));

            OAuth2AccessToken own = service.getAccessTokenClientCredentialsGrant(DevelopedApp.MENU);
            assertThat(developed
                            .with(own.getAccessToken())
                            .get("/me")
                            .expect(200)
                            .text("/kind"))
                    .isEqualTo("app");
        }
    }

    @Test
    void googlesClient() throws Exception {
        NetHttpTransport transport = new NetHttpTransport();
        BasicAuthentication secret =
                new BasicAuthentication(developed.app().app(), developed.app().secret());
        GenericUrl tokenUrl = new GenericUrl(address("/oauth/token"));
        AuthorizationCodeFlow flow = new AuthorizationCodeFlow.Builder(
                        BearerToken.authorizationHeaderAccessMethod(),
                        transport,
                        GsonFactory.getDefaultInstance(),
                        tokenUrl,
                        secret,
                        developed.app().app(),
                        address("/oauth/authorize"))
                .setScopes(List.of(DevelopedApp.DOCUMENTS))
                .enablePKCE()
                .build();
        Browser.Page back = agree(flow.newAuthorizationUrl()
                .setRedirectUri(DevelopedApp.REDIRECT)
                .setState("state")
                .build());
        TokenResponse tokens = flow.newTokenRequest(back.answer("code"))
                .setRedirectUri(DevelopedApp.REDIRECT)
                .execute();
        Credential lily = flow.createAndStoreCredential(tokens, "lily");
        String asked = transport
                .createRequestFactory(lily)
                .buildGetRequest(new GenericUrl(address("/api/v1/me")))
                .execute()
                .parseAsString();
        assertThat(Json.read(asked).path("user_id").asText()).isEqualTo("lily");
        String before = lily.getAccessToken();
        assertThat(lily.refreshToken()).isTrue();
        assertThat(lily.getAccessToken()).isNotEqualTo(before);
        assertLilys(lily.getAccessToken());

        TokenResponse own = new ClientCredentialsTokenRequest(transport, GsonFactory.getDefaultInstance(), tokenUrl)
                .setClientAuthentication(secret)
                .execute();
        assertThat(developed.with(own.getAccessToken()).get("/me").expect(200).text("/kind"))
                .isEqualTo("app");
    }
}
