package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Browser;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Oauth;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/**
 * What somebody would try against the tokens of apps, and what comes of it. Each test adds its lines to
 * {@code target/app-attacks.txt}: the attack, and the answer.
 */
@ExtendWith(SharedServer.class)
class AppAttacksIT {

    private static final Path TABLE = Path.of("target", "app-attacks.txt");
    private static final String REDIRECT = DevelopedApp.REDIRECT;
    private static final String TOKEN = "/oauth/token";
    private static final int RACERS = 6;

    private final ServerUnderTest server;
    private final DevelopedApp developed;
    private final Oauth app;
    private final List<String> lines = new ArrayList<>();

    AppAttacksIT(ServerUnderTest server) {
        this.server = server;
        developed = DevelopedApp.create(server);
        app = developed.app();
    }

    @AfterEach
    void writeLines(TestInfo test) throws IOException {
        synchronized (AppAttacksIT.class) {
            List<String> table = Files.exists(TABLE) ? new ArrayList<>(Files.readAllLines(TABLE)) : new ArrayList<>();
            String group = test.getTestMethod().orElseThrow().getName() + " | ";
            table.removeIf(line -> line.startsWith(group));
            lines.forEach(line -> table.add(group + line));
            Files.write(TABLE, table);
        }
    }

    private void refused(String attack, Answer answer, int status, String error) {
        String said = answer.status() + " " + answer.text(answer.json().has("error") ? "/error" : "/code");
        lines.add(attack + " | " + said);
        assertThat(said).as(attack).isEqualTo(status + " " + error);
    }

    private void refused(String attack, Browser.Page page, int status, String text) {
        String said = page.status() + " " + page.document().text();
        lines.add(attack + " | " + page.status() + " page: " + page.document().text());
        assertThat(said).as(attack).startsWith(status + " ").contains(text);
        assertThat(page.header("Location")).as(attack).isEmpty();
    }

    private void sentBack(String attack, Browser.Page page, String error) {
        lines.add(attack + " | 302 " + page.location());
        assertThat(page.status()).as(attack).isEqualTo(302);
        assertThat(page.location().toString()).as(attack).startsWith(REDIRECT + "&");
        assertThat(page.answer("error")).as(attack).isEqualTo(error);
        assertThat(page.answer("iss")).as(attack).isEqualTo(server.uri("").toString());
    }

    private void works(String what, Answer answer) {
        lines.add(what + " | " + answer.status());
        assertThat(answer.status()).as(what).isEqualTo(200);
    }

    private String code(String... namesAndValues) {
        return app.code(REDIRECT, developed.tenant().key(), "lily", namesAndValues);
    }

    private Oauth secondApp() {
        Oauth second =
                Oauth.register(developed.dev(), developed.tenant().path(), "second-" + UUID.randomUUID(), REDIRECT);
        developed
                .dev()
                .post(
                        developed.tenant().path() + "/apps/" + second.app() + "/versions",
                        Json.of(
                                "{'version':'1','permissions':[{'name':'%s','identity':'user'}]}",
                                DevelopedApp.DOCUMENTS))
                .expect(201);
        return second;
    }

    @Test
    void tokens() {
        Answer tokens = developed.tokensForLily();
        String good = tokens.text("/access_token");
        String forged = good.substring(0, good.length() - 2) + (good.endsWith("AA") ? "BB" : "AA");
        refused("a forged token", developed.with(forged).get("/me"), 401, "unauthenticated");
        refused(
                "a token of the right form",
                developed.with("sla_" + "A".repeat(43)).get("/me"),
                401,
                "unauthenticated");
        refused(
                "a refresh token to call with",
                developed.with(tokens.text("/refresh_token")).get("/me"),
                401,
                "unauthenticated");
        refused("a code to call with", developed.with(code()).get("/me"), 401, "unauthenticated");
        Tenant other = Tenant.create(server, "pro");
        refused(
                "a member's token in another tenant's path",
                developed.with(tokens).get(other.path() + "/users"),
                404,
                "not_found");
        refused("an app's token in another tenant's path", app.itself().get(other.path() + "/users"), 404, "not_found");
        refused(
                "an app's token at an administrator's path",
                app.itself().get(developed.tenant().path() + "/admins"),
                403,
                "forbidden");
        refused(
                "a member's token at the member's own settings",
                developed.with(tokens).get(developed.tenant().path() + "/app-consents"),
                403,
                "forbidden");
        refused(
                "a member's token to change the password",
                developed
                        .with(tokens)
                        .put(
                                developed.tenant().path() + "/users/lily/password",
                                Json.of("{'password':'%s'}", Tenant.PASSWORD)),
                403,
                "forbidden");
    }

    @Test
    void codes() throws Exception {
        String code = code();
        Oauth second = secondApp();
        refused("a stolen code sent by another app", second.redeem(code, REDIRECT), 400, "invalid_grant");
        Answer tokens = app.redeem(code, REDIRECT);
        works("the code sent by its own app afterwards", tokens);
        refused("the code again", app.redeem(code, REDIRECT), 400, "invalid_grant");
        refused("the access token after that", developed.with(tokens).get("/me"), 401, "unauthenticated");
        refused("the refresh token after that", app.refresh(tokens.text("/refresh_token")), 400, "invalid_grant");

        String redirected = code();
        refused(
                "a code with another redirect URI",
                app.redeem(redirected, "https://example.org/cb"),
                400,
                "invalid_grant");
        refused("the same code with the right one", app.redeem(redirected, REDIRECT), 400, "invalid_grant");

        String unverified = code();
        refused(
                "a code without its verifier",
                app.post(TOKEN, "grant_type", "authorization_code", "code", unverified, "redirect_uri", REDIRECT),
                400,
                "invalid_request");
        refused(
                "a code with a wrong verifier",
                app.post(
                        TOKEN,
                        "grant_type",
                        "authorization_code",
                        "code",
                        unverified,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        "x".repeat(43)),
                400,
                "invalid_grant");
        refused(
                "the challenge in place of the verifier",
                app.post(
                        TOKEN,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code(),
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        Oauth.CHALLENGE),
                400,
                "invalid_grant");
        refused("a made-up code", app.redeem("slc_" + "A".repeat(43), REDIRECT), 400, "invalid_grant");
        assertThat(raced(code())).as("of codes sent at the same time").isLessThanOrEqualTo(1);
    }

    private int raced(String code) throws Exception {
        CyclicBarrier start = new CyclicBarrier(RACERS);
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                answers.add(racers.submit(() -> {
                    start.await();
                    return app.redeem(code, REDIRECT);
                }));
            }
            List<Answer> good = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                if (answer.get().status() == 200) {
                    good.add(answer.get());
                } else {
                    assertThat(answer.get().text("/error")).isEqualTo("invalid_grant");
                }
            }
            lines.add(RACERS + " times the same code at the same time | " + good.size() + " times 200, the rest 400"
                    + " invalid_grant");
            good.forEach(tokens -> refused(
                    "what the fastest got, once all had answers",
                    developed.with(tokens).get("/me"),
                    401,
                    "unauthenticated"));
            return good.size();
        } finally {
            racers.shutdownNow();
        }
    }

    @Test
    void refreshTokens() {
        Answer first = developed.tokensForLily();
        Oauth second = secondApp();
        refused(
                "a refresh token sent by another app",
                second.refresh(first.text("/refresh_token")),
                400,
                "invalid_grant");
        refused(
                "a wider scope",
                app.refresh(first.text("/refresh_token"), "scope", DevelopedApp.MENU),
                400,
                "invalid_scope");
        Answer next = app.refresh(first.text("/refresh_token"));
        works("the refresh token", next);
        refused("the refresh token again", app.refresh(first.text("/refresh_token")), 400, "invalid_grant");
        refused("the newer one after that", app.refresh(next.text("/refresh_token")), 400, "invalid_grant");
        refused("the access token after that", developed.with(next).get("/me"), 401, "unauthenticated");
        refused(
                "an access token to refresh with",
                app.refresh(developed.tokensForLily().text("/access_token")),
                400,
                "invalid_grant");
    }

    @Test
    void othersTokens() {
        Answer tokens = developed.tokensForLily();
        String access = tokens.text("/access_token");
        Oauth second = secondApp();
        Answer spied = second.post("/oauth/introspect", "token", access).expect(200);
        lines.add("introspecting another app's token | 200 " + spied.body());
        assertThat(spied.body()).isEqualTo("{\"active\":false}");
        Answer unknown = second.post("/oauth/introspect", "token", "nonsense").expect(200);
        assertThat(unknown.body()).isEqualTo(spied.body());
        works("revoking another app's token", second.post("/oauth/revoke", "token", access));
        works("the token after that", developed.with(tokens).get("/me"));
        refused(
                "introspecting without a secret",
                app.postBare("/oauth/introspect", "token", access),
                401,
                "invalid_client");
        refused("revoking without a secret", app.postBare("/oauth/revoke", "token", access), 401, "invalid_client");
        works("revoking one's own access token", app.post("/oauth/revoke", "token", access));
        refused("the token after that", developed.with(tokens).get("/me"), 401, "unauthenticated");
        Answer next = app.refresh(tokens.text("/refresh_token"));
        works("its refresh token goes on", next);
        works(
                "revoking the refresh token",
                app.post("/oauth/revoke", "token", next.text("/refresh_token"), "token_type_hint", "access_token"));
        refused("the access token after that", developed.with(next).get("/me"), 401, "unauthenticated");
    }

    @Test
    void whoTheMemberIs() {
        Answer tokens = developed.tokensForLily();
        Api primary = developed.tenant().primary();
        String lily = developed.tenant().path() + "/users/lily";
        primary.patch(lily, "{\"status\":\"suspended\"}").expect(200);
        refused("the token of a suspended member", developed.with(tokens).get("/me"), 401, "unauthenticated");
        refused("refreshing for a suspended member", app.refresh(tokens.text("/refresh_token")), 400, "invalid_grant");
        primary.patch(lily, "{\"status\":\"active\"}").expect(200);
        works("once she is back", developed.with(tokens).get("/me"));
        developed.tenant().letIn("lily");
        refused("the token after a new password", developed.with(tokens).get("/me"), 401, "unauthenticated");
        refused("refreshing after a new password", app.refresh(tokens.text("/refresh_token")), 400, "invalid_grant");
    }

    @Test
    void requestsForConsent() {
        Browser browser = new Browser(server);
        refused("an unknown app", browser.open(app.ask(REDIRECT, "client_id", "no-such-app")), 400, "is not known");
        refused("another redirect URI", browser.open(app.ask("https://evil.example/cb")), 400, "not registered");
        refused(
                "the redirect URI with more behind it",
                browser.open(app.ask(REDIRECT + "&x=y")),
                400,
                "not registered");
        refused(
                "the redirect URI as a folder",
                browser.open(app.ask("https://example.org/cb/../cb?fixed=1")),
                400,
                "not registered");
        refused("no redirect URI", browser.open(app.ask("")), 400, "not registered");
        refused(
                "two redirect URIs",
                browser.open(app.ask(REDIRECT) + "&redirect_uri=https%3A%2F%2Fevil.example"),
                400,
                "not registered");
        refused(
                "an error that would go elsewhere",
                browser.open(app.ask("https://evil.example/cb", "response_type", "token")),
                400,
                "not registered");
        sentBack(
                "no challenge",
                browser.open(app.ask(REDIRECT, "code_challenge", "", "code_challenge_method", "")),
                "invalid_request");
        sentBack(
                "a plain challenge",
                browser.open(app.ask(REDIRECT, "code_challenge_method", "plain")),
                "invalid_request");
        sentBack(
                "a challenge without a method, which means plain",
                browser.open(app.ask(REDIRECT, "code_challenge_method", "")),
                "invalid_request");
        sentBack(
                "the implicit flow",
                browser.open(app.ask(REDIRECT, "response_type", "token")),
                "unsupported_response_type");
        sentBack(
                "an unknown permission",
                browser.open(app.ask(REDIRECT, "scope", "no:such:permission")),
                "invalid_scope");
        sentBack(
                "a permission that is not granted",
                browser.open(app.ask(REDIRECT, "scope", "im:message:readonly")),
                "invalid_scope");
        sentBack("a parameter twice", browser.open(app.ask(REDIRECT) + "&state=other"), "invalid_request");
        Browser.Page crlf = browser.open(app.ask(REDIRECT, "state", "a\r\nSet-Cookie: x=y", "response_type", "token"));
        sentBack("line breaks in the state", crlf, "unsupported_response_type");
        assertThat(crlf.header("Set-Cookie")).isEmpty();
        developed
                .reviewer()
                .patch(developed.tenant().path() + "/apps/" + app.app(), Json.of("{'enabled':false}"))
                .expect(200);
        refused("an app that is switched off", browser.open(app.ask(REDIRECT)), 400, "switched off");
    }

    private Browser.Page signedIn(Browser browser, String tenant, String user) {
        return browser.submit(
                browser.open(app.ask(REDIRECT)),
                Map.of("tenant_key", tenant, "login", user, "password", Tenant.PASSWORD));
    }

    @Test
    void forms() {
        String tenant = developed.tenant().key();
        Browser browser = new Browser(server);
        Browser.Page consent = signedIn(browser, tenant, "lily");
        assertThat(consent.asksForConsent()).isTrue();
        refused(
                "a decision without the anti-forgery value",
                browser.submit(consent, Map.of("decision", "approve", "anti_forgery", "")),
                403,
                "not sent from");
        refused(
                "the value for another request",
                browser.submit(consent, Map.of("decision", "approve", "state", "other")),
                403,
                "not sent from");
        Browser stranger = new Browser(server);
        Browser.Page theirs = signedIn(stranger, tenant, "dev");
        refused(
                "the value of another session",
                browser.submit(
                        consent,
                        Map.of(
                                "decision",
                                "approve",
                                "anti_forgery",
                                theirs.fields().get("anti_forgery"))),
                403,
                "not sent from");
        Browser crossSite = new Browser(server).with("Origin", "https://evil.example");
        refused(
                "a login form on another site",
                crossSite.submit(
                        crossSite.open(app.ask(REDIRECT)),
                        Map.of("tenant_key", tenant, "login", "lily", "password", Tenant.PASSWORD)),
                403,
                "not sent from");
        Browser fetched = new Browser(server).with("Sec-Fetch-Site", "cross-site");
        refused(
                "a form that the browser calls cross-site",
                fetched.submit(consent, Map.of("decision", "approve")),
                403,
                "not sent from");

        Browser.Page denied = browser.submit(consent, Map.of("decision", "deny"));
        sentBack("a member who denies", denied, "access_denied");
        assertThat(denied.answer("code")).isEmpty();
        assertThat(denied.answer("state")).isEqualTo("s t&a=te");
    }

    @Test
    void sessions() {
        String tenant = developed.tenant().key();
        Browser fixed = new Browser(server);
        String planted = "sls_" + "A".repeat(43);
        fixed.cookies().put("sightline_oauth", planted);
        Browser.Page consent = signedIn(fixed, tenant, "lily");
        assertThat(consent.asksForConsent()).isTrue();
        assertThat(fixed.cookies().get("sightline_oauth")).isNotEqualTo(planted);
        String cookie = consent.header("Set-Cookie");
        lines.add("a session that was planted before the login | replaced: " + cookie.replaceAll("=sls_[^;]*", "=…"));
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/oauth");

        Browser wrong = new Browser(server);
        Browser.Page again = wrong.submit(
                wrong.open(app.ask(REDIRECT)), Map.of("tenant_key", tenant, "login", "lily", "password", "wrong"));
        refused("a wrong password", again, 401, "is wrong");
        assertThat(again.asksForLogin()).isTrue();

        Tenant other = Tenant.create(server, "pro");
        Browser foreign = new Browser(server);
        Browser.Page stranger = signedIn(foreign, other.key(), Tenant.PRIMARY);
        refused("a member of another tenant", stranger, 403, "another organisation");
        assertThat(foreign.cookies()).isEmpty();
        Browser.Page withToken = new Browser(server)
                .with("Authorization", "Bearer " + server.operatorToken())
                .open(app.ask(REDIRECT));
        lines.add("the operator's token at the page | " + withToken.status() + " asks who it is");
        assertThat(withToken.asksForLogin()).isTrue();
        Browser.Page appsOwn = new Browser(server)
                .with("Authorization", "Bearer " + developed.tokensForLily().text("/access_token"))
                .open(app.ask(REDIRECT));
        lines.add("an app's token at the page | " + appsOwn.status() + " asks who it is");
        assertThat(appsOwn.asksForLogin()).isTrue();
    }

    @Test
    void pages() {
        String markup = "<script>alert(1)</script>\"'><b>Bot</b>";
        developed
                .dev()
                .patch(developed.tenant().path() + "/apps/" + app.app(), "{\"name\":" + Json.write(markup) + "}")
                .expect(200);
        Browser browser = new Browser(server);
        Browser.Page login = browser.open(app.ask(REDIRECT, "state", "\"><script>alert(2)</script>"));
        Browser.Page consent = signedIn(browser, developed.tenant().key(), "lily");
        for (Browser.Page page : List.of(login, consent)) {
            assertThat(page.document().select("script")).isEmpty();
            assertThat(page.document().select("b")).isEmpty();
            assertThat(page.document().text()).contains(markup);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        }
        lines.add("markup in the name of an app | 200, shown as text; " + consent.header("Content-Security-Policy"));
        Browser.Page chinese =
                new Browser(server).with("Accept-Language", "zh-CN,zh;q=0.9").open(app.ask(REDIRECT));
        assertThat(chinese.document().text()).contains("登录");
        assertThat(chinese.document().selectFirst("html").attr("lang")).isEqualTo("zh");
    }

    @Test
    void sizes() {
        refused(
                "a form of half a megabyte",
                app.post(TOKEN, "grant_type", "x".repeat(500_000)),
                413,
                "invalid_request");
        refused(
                "a scope of a thousand unknown names",
                app.post(TOKEN, "grant_type", "client_credentials", "scope", "a:b ".repeat(1000)),
                400,
                "invalid_scope");
        refused(
                "an id of a thousand characters",
                app.send(
                        "POST",
                        TOKEN,
                        Oauth.basic("x".repeat(1001), "y"),
                        Oauth.form("grant_type", "client_credentials")),
                401,
                "invalid_client");
        refused(
                "a proof that is no base64",
                app.send("POST", TOKEN, "Basic %%%", Oauth.form("grant_type", "client_credentials")),
                401,
                "invalid_client");
        refused(
                "NUL and surrogates in a token",
                app.post("/oauth/token", "grant_type", "refresh_token", "refresh_token", "\u0000\ud800"),
                400,
                "invalid_grant");
        refused(
                "no form at all",
                app.send("POST", TOKEN, Oauth.basic(app.app(), app.secret()), null),
                400,
                "invalid_request");
        refused(
                "a secret in the address",
                app.send(
                        "POST",
                        TOKEN + "?" + Oauth.form("client_id", app.app(), "client_secret", app.secret()),
                        null,
                        Oauth.form("grant_type", "client_credentials")),
                401,
                "invalid_client");
        refused(
                "another app in the form",
                app.post(TOKEN, "grant_type", "client_credentials", "client_id", "no-such-app"),
                400,
                "invalid_request");
        refused(
                "two proofs",
                app.post(TOKEN, "grant_type", "client_credentials", "client_secret", app.secret()),
                400,
                "invalid_request");
        refused(
                "a parameter twice",
                app.post(
                        TOKEN,
                        "grant_type",
                        "client_credentials",
                        "scope",
                        DevelopedApp.MENU,
                        "scope",
                        DevelopedApp.DOCUMENTS),
                400,
                "invalid_request");
        refused(
                "a password grant",
                app.post(TOKEN, "grant_type", "password", "username", "lily", "password", Tenant.PASSWORD),
                400,
                "unsupported_grant_type");
    }
}
