package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.auth.oauth2.AuthorizationCodeFlow;
import com.google.api.client.auth.oauth2.BearerToken;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.http.BasicAuthentication;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.itests.http.Browser;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.Certificate;
import org.sightline.itests.server.Ports;
import org.sightline.itests.server.ServerUnderTest;

/** A client library of others, unchanged, with a server that is known by an https address. */
class ClientOverTlsIT {

    @TempDir
    Path folder;

    @Test
    void everythingIsUnderTheHttpsAddress() throws Exception {
        Certificate certificate = Certificate.in(folder);
        int port = Ports.free();
        String base = "https://localhost:" + port;
        NetHttpTransport transport = new NetHttpTransport.Builder()
                .setSslSocketFactory(certificate.trusting().getSocketFactory())
                .build();
        try (ServerUnderTest server = new ServerUnderTest("oauth-tls")
                .with("SIGHTLINE_HTTPS_ENABLED", "true")
                .with("SIGHTLINE_HTTPS_PORT", Integer.toString(port))
                .with("SIGHTLINE_HTTPS_KEYSTORE", certificate.keyStore().toString())
                .with("SIGHTLINE_HTTPS_KEYSTORE_PASSWORD", Certificate.PASSWORD)
                .with("SIGHTLINE_PUBLIC_URL", base)
                .start()) {
            DevelopedApp developed = DevelopedApp.create(server);
            JsonNode found = Json.read(transport
                    .createRequestFactory()
                    .buildGetRequest(new GenericUrl(base + "/.well-known/oauth-authorization-server"))
                    .execute()
                    .parseAsString());
            assertThat(found.path("issuer").asText()).isEqualTo(base);
            AuthorizationCodeFlow flow = new AuthorizationCodeFlow.Builder(
                            BearerToken.authorizationHeaderAccessMethod(),
                            transport,
                            GsonFactory.getDefaultInstance(),
                            new GenericUrl(found.path("token_endpoint").asText()),
                            new BasicAuthentication(
                                    developed.app().app(), developed.app().secret()),
                            developed.app().app(),
                            found.path("authorization_endpoint").asText())
                    .setScopes(List.of(DevelopedApp.DOCUMENTS))
                    .enablePKCE()
                    .build();
            URI ask = URI.create(flow.newAuthorizationUrl()
                    .setRedirectUri(DevelopedApp.REDIRECT)
                    .build());
            assertThat(ask.toString()).startsWith(base + "/oauth/authorize?");
            Browser browser = new Browser(server);
            Browser.Page consent = browser.submit(
                    browser.open(ask.getRawPath() + "?" + ask.getRawQuery()),
                    Map.of("tenant_key", developed.tenant().key(), "login", "lily", "password", Tenant.PASSWORD));
            assertThat(consent.header("Set-Cookie")).contains("; Secure");
            Browser.Page back = browser.submit(consent, Map.of("decision", "approve"));
            assertThat(back.answer("iss")).isEqualTo(base);
            TokenResponse tokens = flow.newTokenRequest(back.answer("code"))
                    .setRedirectUri(DevelopedApp.REDIRECT)
                    .execute();
            assertThat(developed
                            .with(tokens.getAccessToken())
                            .get("/me")
                            .expect(200)
                            .text("/user_id"))
                    .isEqualTo("lily");
        }
    }
}
