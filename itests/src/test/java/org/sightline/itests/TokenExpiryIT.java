package org.sightline.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sightline.itests.http.Answer;
import org.sightline.itests.http.DevelopedApp;
import org.sightline.itests.http.Oauth;
import org.sightline.itests.server.ServerUnderTest;

/** Tokens over a restart of the server and by its clock. */
class TokenExpiryIT {

    @Test
    void tokensOutliveTheServerButNotTheirTime() {
        try (ServerUnderTest server = new ServerUnderTest("token-expiry")) {
            server.start();
            DevelopedApp developed = DevelopedApp.create(server);
            Oauth app = developed.app();
            Answer tokens = developed.tokensForLily();
            String own = app.post("/oauth/token", "grant_type", "client_credentials")
                    .expect(200)
                    .text("/access_token");
            String code = app.code(DevelopedApp.REDIRECT, developed.tenant().key(), "lily");

            restartAt(server, Duration.ofMinutes(90));
            developed.with(tokens).get("/me").expect(200);
            developed.with(own).get("/me").expect(200);
            assertThat(app.redeem(code, DevelopedApp.REDIRECT).expect(400).text("/error"))
                    .isEqualTo("invalid_grant");

            restartAt(server, Duration.ofHours(2));
            developed.with(tokens).get("/me").expectProblem(401, "unauthenticated");
            developed.with(own).get("/me").expectProblem(401, "unauthenticated");
            assertThat(app.post("/oauth/introspect", "token", own).expect(200).body())
                    .isEqualTo("{\"active\":false}");
            Answer next = app.refresh(tokens.text("/refresh_token")).expect(200);
            developed.with(next).get("/me").expect(200);

            restartAt(server, Duration.ofDays(40));
            assertThat(app.refresh(next.text("/refresh_token")).expect(400).text("/error"))
                    .isEqualTo("invalid_grant");
        }
    }

    private static void restartAt(ServerUnderTest server, Duration offset) {
        server.stop();
        server.with("SIGHTLINE_CLOCK_OFFSET", offset.toString()).start();
    }
}
