package org.sightline.itests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.itests.server.ServerUnderTest;

/**
 * An app that speaks OAuth 2.0 by hand, so that tests can say what no library would.
 *
 * @param server which is asked
 * @param app    the app's id
 * @param secret the app's secret
 */
public record Oauth(ServerUnderTest server, String app, String secret) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Registers an app of the caller's; returns it with its secret. */
    public static Oauth register(Api developer, String tenantPath, String id, String redirectUri) {
        Answer registered = developer
                .post(
                        tenantPath + "/apps",
                        Json.of("{'app_id':'%s','name':'My bot','redirect_uris':['%s']}", id, redirectUri))
                .expect(201);
        return new Oauth(developer.server(), id, registered.text("/secret"));
    }

    /** Sends a form, with the app's id and secret in the header. */
    public Answer post(String path, String... namesAndValues) {
        return send("POST", path, basic(app, secret), form(namesAndValues));
    }

    /** Sends a form as it is, without any proof of who sends it. */
    public Answer postBare(String path, String... namesAndValues) {
        return send("POST", path, null, form(namesAndValues));
    }

    /** Returns a caller of the REST interface that is this app. */
    public Api itself() {
        return Api.nobody(server)
                .token(post("/oauth/token", "grant_type", "client_credentials")
                        .expect(200)
                        .text("/access_token"));
    }

    /** The verifier of every challenge in these tests. */
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    /** The challenge that belongs to {@link #VERIFIER} (RFC 7636, appendix B). */
    public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** Returns the path of a request for a member's consent; a name given here replaces what it usually says. */
    public String ask(String redirectUri, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", app);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("state", "s t&a=te");
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        for (int at = 0; at < namesAndValues.length; at += 2) {
            parameters.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        parameters.values().removeIf(String::isEmpty);
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return "/oauth/authorize?" + form(pairs.toArray(String[]::new));
    }

    /** Signs a member in and lets them agree; returns the code that the app gets. */
    public String code(String redirectUri, String tenant, String user, String... namesAndValues) {
        Browser browser = new Browser(server);
        Browser.Page consent = browser.submit(
                browser.open(ask(redirectUri, namesAndValues)),
                Map.of("tenant_key", tenant, "login", user, "password", Tenant.PASSWORD));
        return browser.submit(consent, Map.of("decision", "approve")).answer("code");
    }

    /** Exchanges a code. */
    public Answer redeem(String code, String redirectUri) {
        return post(
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                redirectUri,
                "code_verifier",
                VERIFIER);
    }

    /** Exchanges a refresh token. */
    public Answer refresh(String token, String... namesAndValues) {
        List<String> all = new ArrayList<>(List.of("grant_type", "refresh_token", "refresh_token", token));
        all.addAll(List.of(namesAndValues));
        return post("/oauth/token", all.toArray(String[]::new));
    }

    /** Returns the header that proves who an app is. */
    public static String basic(String id, String secret) {
        String both = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns names and values as a form. */
    public static String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            pairs.add(encoded(namesAndValues[at]) + "=" + encoded(namesAndValues[at + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Sends a request to a path from the server's root.
     *
     * @param authorization null for no such header
     * @param form          null for no body
     */
    public Answer send(String method, String path, String authorization, String form) {
        URI uri = server.uri(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        request.method(method, form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        try {
            HttpResponse<String> response =
                    server.http().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
