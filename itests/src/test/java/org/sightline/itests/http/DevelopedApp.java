package org.sightline.itests.http;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.itests.server.ServerUnderTest;

/**
 * A tenant with a developer, a reviewer and a member, and an app that has what it asked for.
 *
 * @param tenant   where the app is
 * @param dev      its developer
 * @param reviewer an administrator of apps
 * @param app      the app
 */
public record DevelopedApp(Tenant tenant, Api dev, Api reviewer, Oauth app) {

    /** Where members go back to. */
    public static final String REDIRECT = "https://example.org/cb?fixed=1";

    /** For both identities; the app's own waits for a review. */
    public static final String DOCUMENTS = "docs:document.content:read";

    /** For members, and marked, so that it waits for a review. */
    public static final String EMAIL = "contact:user.email:readonly";

    /** Runs the app. */
    public static final String MENU = "application:bot.menu:readonly";

    /** Makes a tenant whose member `lily` may agree to an app that was granted everything. */
    public static DevelopedApp create(ServerUnderTest server) {
        Tenant tenant = Tenant.create(server, "pro");
        tenant.addUser("dev");
        tenant.addUser("lily");
        tenant.letIn("lily");
        Api dev = tenant.letIn("dev");
        Api reviewer = tenant.addAdministrator("rev", "all_applications_management");
        Oauth app = Oauth.register(dev, tenant.path(), "bot-" + UUID.randomUUID(), REDIRECT);
        DevelopedApp developed = new DevelopedApp(tenant, dev, reviewer, app);
        developed.release("1", MENU + "@app", DOCUMENTS + "@app", DOCUMENTS + "@user", EMAIL + "@user");
        developed.approve();
        return developed;
    }

    /** Submits a version. */
    public Answer release(String version, String... permissions) {
        String asked = List.of(permissions).stream()
                .map(each -> each.split("@", 2))
                .map(each -> Json.of("{'name':'%s','identity':'%s','reason':'to work'}", each[0], each[1]))
                .collect(Collectors.joining(","));
        return dev.post(
                        tenant.path() + "/apps/" + app.app() + "/versions",
                        Json.of("{'version':'%s','permissions':[%s]}", version, asked))
                .expect(201);
    }

    /** Approves all that waits. */
    public void approve() {
        reviewer.get(tenant.path() + "/app-reviews?state=open")
                .expect(200)
                .items("review_id")
                .forEach(review -> reviewer.post(tenant.path() + "/app-reviews/" + review + "/approve", "{}")
                        .expect(200));
    }

    /** Lets `lily` agree; returns what her code is exchanged for. */
    public Answer tokensForLily(String... namesAndValues) {
        return app.redeem(app.code(REDIRECT, tenant.key(), "lily", namesAndValues), REDIRECT)
                .expect(200);
    }

    /** Returns a caller of the REST interface with a token. */
    public Api with(String token) {
        return Api.nobody(app.server()).token(token);
    }

    /** Returns a caller of the REST interface with the access token of an answer. */
    public Api with(Answer tokens) {
        return with(tokens.text("/access_token"));
    }
}
