package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
 * An app's life from its registration to its end, with "My bot" and Lily of the customer's description. What was asked and
 * answered is written to {@code target/app-story.txt}, without secrets.
 */
@ExtendWith(SharedServer.class)
class AppStoryIT {

    private static final String REDIRECT = "https://example.org/cb";

    private final ServerUnderTest server;
    private final List<String> transcript = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final Tenant tenant;
    private final Api dev;
    private final Api reviewer;

    AppStoryIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addUser("dev");
        tenant.addUser("lily");
        tenant.letIn("lily");
        dev = tenant.letIn("dev");
        reviewer = tenant.addAdministrator("rev", "all_applications_management");
    }

    @Test
    void fromRegistrationToTheEnd() throws IOException {
        Oauth app = register();
        release(app);
        actsAsItself(app);
        Answer tokens = actsForLily(app);
        Answer next = refreshes(app, tokens);
        losesAPermission(app, next);
        lilyTakesItBack(app, next);
        end(app);
        writeTranscript();
    }

    private Oauth register() {
        chapter("A developer registers an app");
        String id = "my-bot-" + UUID.randomUUID().toString().substring(0, 8);
        Answer registered = post(
                        dev, "/apps", Json.of("{'app_id':'%s','name':'My bot','redirect_uris':['%s']}", id, REDIRECT))
                .expect(201);
        secret(registered.text("/event_signing_key"));
        return new Oauth(server, id, secret(registered.text("/secret")));
    }

    private void release(Oauth app) {
        chapter("Its first version asks for permissions; what needs a review waits");
        Answer version = post(
                        dev,
                        "/apps/" + app.app() + "/versions",
                        Json.of(
                                "{'version':'1.0.0','permissions':[{'name':'%s','identity':'app'},"
                                        + "{'name':'%s','identity':'user'},"
                                        + "{'name':'%s','identity':'user','reason':'to write to people'}]}",
                                DevelopedApp.MENU, DevelopedApp.DOCUMENTS, DevelopedApp.EMAIL))
                .expect(201);
        assertThat(version.text("/decisions/2/state")).isEqualTo("pending");
        String review = get(reviewer, "/app-reviews?state=open").expect(200).text("/items/0/review_id");
        post(reviewer, "/app-reviews/" + review + "/approve", "{}").expect(200);
    }

    private void actsAsItself(Oauth app) {
        chapter("It acts as itself");
        Answer issued = token(app, "grant_type", "client_credentials").expect(200);
        secret(issued.text("/access_token"));
        Answer me = me(issued).expect(200);
        assertThat(me.text("/kind")).isEqualTo("app");
        assertThat(me.text("/permissions/0")).isEqualTo(DevelopedApp.MENU);
    }

    private Answer actsForLily(Oauth app) {
        chapter("It asks Lily, who reads Japanese");
        Browser browser = new Browser(server).with("Accept-Language", "ja");
        String ask = app.ask(REDIRECT);
        Browser.Page login = browser.open(ask);
        transcript.add("GET " + ask);
        transcript.add(
                "-> " + login.status() + " " + login.document().select("h1").text());
        assertThat(login.asksForLogin()).isTrue();
        Browser.Page consent =
                browser.submit(login, Map.of("tenant_key", tenant.key(), "login", "lily", "password", Tenant.PASSWORD));
        secrets.addAll(browser.cookies().values());
        transcript.add("POST /oauth/authorize (tenant_key, login, password)");
        transcript.add("-> " + consent.status() + " "
                + consent.document().select("h1, p, li").eachText());
        assertThat(consent.asksForConsent()).isTrue();
        assertThat(consent.document().text()).contains("My bot", "lily", DevelopedApp.DOCUMENTS, "同意");
        Browser.Page back = browser.submit(consent, Map.of("decision", "approve"));
        String code = secret(back.answer("code"));
        transcript.add("POST /oauth/authorize (anti_forgery, decision=approve)");
        transcript.add("-> " + back.status() + " " + blank(back.location().toString()));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location().toString()).startsWith(REDIRECT + "?");
        assertThat(back.answer("state")).isEqualTo("s t&a=te");

        Answer tokens = token(
                        app,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        Oauth.VERIFIER)
                .expect(200);
        remember(tokens);
        Answer me = me(tokens).expect(200);
        assertThat(me.text("/kind")).isEqualTo("user");
        assertThat(me.text("/user_id")).isEqualTo("lily");
        assertThat(me.text("/app_id")).isEqualTo(app.app());
        assertThat(me.json().path("permissions")).hasSize(2);
        Answer facts = introspect(app, tokens.text("/access_token"));
        assertThat(facts.json().path("active").asBoolean()).isTrue();
        assertThat(facts.text("/sub")).isEqualTo("lily");
        return tokens;
    }

    private Answer refreshes(Oauth app, Answer tokens) {
        chapter("It gets the next tokens, and narrower ones");
        Answer narrow = token(
                        app,
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.text("/refresh_token"),
                        "scope",
                        DevelopedApp.DOCUMENTS)
                .expect(200);
        remember(narrow);
        assertThat(narrow.text("/scope")).isEqualTo(DevelopedApp.DOCUMENTS);
        Answer wide = token(app, "grant_type", "refresh_token", "refresh_token", narrow.text("/refresh_token"))
                .expect(200);
        remember(wide);
        assertThat(wide.text("/scope")).contains(DevelopedApp.EMAIL);
        return wide;
    }

    private void losesAPermission(Oauth app, Answer tokens) {
        chapter("An administrator takes a permission back; the token is without it at once");
        delete(reviewer, "/app-grants/" + app.app() + "/user/" + DevelopedApp.EMAIL)
                .expect(204);
        assertThat(me(tokens).expect(200).json().path("permissions")).hasSize(1);
    }

    private void lilyTakesItBack(Oauth app, Answer tokens) {
        chapter("Lily takes her consent back");
        Api lily = Tenant.signIn(server, tenant.key(), "lily");
        assertThat(get(lily, "/app-consents").expect(200).items("app_id")).containsExactly(app.app());
        delete(lily, "/app-consents/" + app.app()).expect(204);
        assertThat(get(lily, "/app-consents").expect(200).items("app_id")).isEmpty();
        me(tokens).expectProblem(401, "unauthenticated");
        Answer refused = token(app, "grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"))
                .expect(400);
        assertThat(refused.text("/error")).isEqualTo("invalid_grant");
        assertThat(introspect(app, tokens.text("/access_token"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        String audit =
                get(tenant.primary(), "/audit?object=" + app.app()).expect(200).body();
        assertThat(audit).contains("app_consent.give", "app_consent.withdraw");
    }

    private void end(Oauth app) {
        chapter("It gives a token back, and is deleted");
        Answer issued = token(app, "grant_type", "client_credentials").expect(200);
        secret(issued.text("/access_token"));
        Answer revoked = app.post("/oauth/revoke", "token", issued.text("/access_token"));
        note("POST /oauth/revoke (token)", revoked.expect(200));
        me(issued).expectProblem(401, "unauthenticated");
        Answer last = token(app, "grant_type", "client_credentials").expect(200);
        secret(last.text("/access_token"));
        delete(reviewer, "/apps/" + app.app()).expect(204);
        me(last).expectProblem(401, "unauthenticated");
        token(app, "grant_type", "client_credentials").expect(401);
    }

    private Answer token(Oauth app, String... namesAndValues) {
        return note("POST /oauth/token " + blank(Oauth.form(namesAndValues)), app.post("/oauth/token", namesAndValues));
    }

    private Answer introspect(Oauth app, String token) {
        return note("POST /oauth/introspect (token)", app.post("/oauth/introspect", "token", token))
                .expect(200);
    }

    private Answer me(Answer tokens) {
        return note(
                "GET /api/v1/me",
                Api.nobody(server).token(tokens.text("/access_token")).get("/me"));
    }

    private Answer get(Api caller, String path) {
        return note("GET " + path, caller.get(tenant.path() + path));
    }

    private Answer post(Api caller, String path, String body) {
        return note("POST " + path + " " + body, caller.post(tenant.path() + path, body));
    }

    private Answer delete(Api caller, String path) {
        return note("DELETE " + path, caller.delete(tenant.path() + path));
    }

    private Answer note(String request, Answer answer) {
        transcript.add(request);
        transcript.add("-> " + answer.status() + " " + answer.body());
        return answer;
    }

    private void chapter(String title) {
        transcript.add("\n# " + title);
    }

    private void remember(Answer tokens) {
        secret(tokens.text("/access_token"));
        secret(tokens.text("/refresh_token"));
    }

    private String secret(String value) {
        assertThat(value).hasSizeGreaterThan(20);
        secrets.add(value);
        return value;
    }

    private String blank(String text) {
        String blanked = text;
        for (String secret : secrets) {
            blanked = blanked.replace(secret, "…");
        }
        return blanked;
    }

    private void writeTranscript() throws IOException {
        String story = blank(String.join("\n", transcript)) + "\n";
        assertThat(story).contains("\"access_token\":\"…\"");
        Files.writeString(Path.of("target", "app-story.txt"), story);
    }
}
