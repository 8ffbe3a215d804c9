package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.Api;
import org.sightline.itests.http.Json;
import org.sightline.itests.http.Oauth;
import org.sightline.itests.http.Tenant;
import org.sightline.itests.server.ServerUnderTest;
import org.sightline.itests.server.SharedServer;

/** Tokens with which apps act as themselves (docs/concepts.md, "Tokens of apps"). */
@ExtendWith(SharedServer.class)
class TokensIT {

    private static final String TOKEN = "/oauth/token";
    private static final String REDIRECT = "https://example.org/cb";
    private static final String RUNS = "application:bot.menu:readonly";
    private static final String READS_DOCUMENTS = "docs:document.content:read";

    private final ServerUnderTest server;
    private final Tenant tenant;
    private final Api dev;
    private final Api reviewer;

    TokensIT(ServerUnderTest server) {
        this.server = server;
        tenant = Tenant.create(server, "pro");
        tenant.addUser("dev");
        dev = tenant.letIn("dev");
        reviewer = tenant.addAdministrator("rev", "all_applications_management");
    }

    private Oauth app() {
        Oauth app = Oauth.register(dev, tenant.path(), "bot-" + UUID.randomUUID(), REDIRECT);
        dev.post(
                        tenant.path() + "/apps/" + app.app() + "/versions",
                        Json.of(
                                "{'version':'1','permissions':[{'name':'%s','identity':'app'},"
                                        + "{'name':'%s','identity':'app','reason':'to index them'}]}",
                                RUNS, READS_DOCUMENTS))
                .expect(201);
        reviewer.get(tenant.path() + "/app-reviews?state=open")
                .json()
                .path("items")
                .forEach(review -> {
                    if (review.path("app_id").asText().equals(app.app())) {
                        reviewer.post(
                                        tenant.path() + "/app-reviews/"
                                                + review.path("review_id").asText() + "/approve",
                                        "{}")
                                .expect(200);
                    }
                });
        return app;
    }

    @Test
    void anAppActsAsItself() {
        Oauth app = app();
        Answer issued = app.post(TOKEN, "grant_type", "client_credentials").expect(200);
        assertThat(issued.text("/access_token")).matches("sla_[A-Za-z0-9_-]{43}");
        assertThat(issued.text("/token_type")).isEqualTo("Bearer");
        assertThat(issued.json().path("expires_in").asInt()).isEqualTo(7200);
        assertThat(issued.text("/scope")).isEqualTo(RUNS + " " + READS_DOCUMENTS);
        assertThat(issued.header("Cache-Control")).isEqualTo("no-store");

        Answer me = Api.nobody(server)
                .token(issued.text("/access_token"))
                .get("/me")
                .expect(200);
        assertThat(me.text("/kind")).isEqualTo("app");
        assertThat(me.text("/app_id")).isEqualTo(app.app());
        assertThat(me.text("/tenant_key")).isEqualTo(tenant.key());
        assertThat(me.json().path("permissions")).hasSize(2);

        app.postBare(TOKEN, "grant_type", "client_credentials", "client_id", app.app(), "client_secret", app.secret())
                .expect(200);
    }

    @Test
    void aScopeNarrows() {
        Oauth app = app();
        Answer narrowed =
                app.post(TOKEN, "grant_type", "client_credentials", "scope", RUNS + " mail:user_mailbox:readonly");
        narrowed.expect(200);
        assertThat(narrowed.text("/scope")).isEqualTo(RUNS);
        Api caller = Api.nobody(server).token(narrowed.text("/access_token"));
        assertThat(caller.get("/me").expect(200).json().path("permissions")).hasSize(1);
        for (String wrong : new String[] {"no:such:permission", "UPPER CASE", "im:message:readonly"}) {
            Answer refused = app.post(TOKEN, "grant_type", "client_credentials", "scope", wrong)
                    .expect(400);
            assertThat(refused.text("/error")).as(wrong).isEqualTo("invalid_scope");
        }
    }

    @Test
    void whatIsTakenBackEndsAtTheNextCall() {
        Oauth app = app();
        Api caller = app.itself();
        assertThat(caller.get("/me").expect(200).json().path("permissions")).hasSize(2);
        reviewer.delete(tenant.path() + "/app-grants/" + app.app() + "/app/" + READS_DOCUMENTS)
                .expect(204);
        assertThat(caller.get("/me").expect(200).json().path("permissions")).hasSize(1);
        reviewer.patch(tenant.path() + "/apps/" + app.app(), Json.of("{'enabled':false}"))
                .expect(200);
        caller.get("/me").expectProblem(401, "unauthenticated");
        app.post(TOKEN, "grant_type", "client_credentials").expect(401);
        reviewer.patch(tenant.path() + "/apps/" + app.app(), Json.of("{'enabled':true}"))
                .expect(200);
        caller.get("/me").expectProblem(401, "unauthenticated");
        Api again = app.itself();
        again.get("/me").expect(200);
        reviewer.delete(tenant.path() + "/apps/" + app.app()).expect(204);
        again.get("/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void whoDoesNotProveWhichAppItIsGetsNothing() {
        Oauth app = app();
        Answer bare = app.postBare(TOKEN, "grant_type", "client_credentials").expect(401);
        assertThat(bare.text("/error")).isEqualTo("invalid_client");
        assertThat(bare.header("WWW-Authenticate")).startsWith("Basic ");
        String form = Oauth.form("grant_type", "client_credentials");
        Answer wrong =
                app.send("POST", TOKEN, Oauth.basic(app.app(), "wrong"), form).expect(401);
        Answer unknown = app.send("POST", TOKEN, Oauth.basic("no-such-app", "wrong"), form)
                .expect(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        app.post(TOKEN, "grant_type", "client_credentials", "client_secret", app.secret())
                .expect(400);
        app.post(TOKEN, "grant_type", "password").expect(400);
        app.post(TOKEN, "grant_type", "client_credentials", "grant_type", "client_credentials")
                .expect(400);
        app.send("GET", TOKEN, null, null).expectProblem(405, "method_not_allowed");
    }

    @Test
    void guessersAreSlowedDown() {
        Oauth app = app();
        String form = Oauth.form("grant_type", "client_credentials");
        for (int guess = 0; guess < 5; guess++) {
            app.send("POST", TOKEN, Oauth.basic(app.app(), "guess" + guess), form)
                    .expect(401);
        }
        Answer tooMany = app.post(TOKEN, "grant_type", "client_credentials").expect(429);
        assertThat(tooMany.text("/error")).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isPositive();
        app().itself().get("/me").expect(200);
    }
}
