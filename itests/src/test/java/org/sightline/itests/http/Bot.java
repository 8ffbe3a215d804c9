package org.sightline.itests.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An app with everything it asked for.
 *
 * @param oauth  how it gets tokens
 * @param itself a caller of the REST interface that is this app
 * @param tenant whose it is
 * @param path   of the app
 */
public record Bot(Oauth oauth, Api itself, Tenant tenant, String path) {

    private static final String REDIRECT = "https://example.org/cb";

    /**
     * Registers an app, and lets a primary administrator grant what it asks for.
     *
     * @param inbound     where its events go; null for nowhere
     * @param range       its data range as JSON in single quotes
     * @param permissions such as {@code drive:drive@app}
     */
    public static Bot of(Tenant tenant, Inbound inbound, String range, String... permissions) {
        Api primary = tenant.primary();
        Map<String, Object> form = new HashMap<>(
                Map.of("app_id", "bot-" + UUID.randomUUID(), "name", "My bot", "redirect_uris", List.of(REDIRECT)));
        if (inbound != null) {
            form.put("event_url", inbound.url());
        }
        Answer made = primary.post(tenant.path() + "/apps", Json.write(form)).expect(201);
        String id = made.text("/app_id");
        if (inbound != null) {
            inbound.expectKey(made.text("/event_signing_key"));
        }
        Bot bot = new Bot(
                new Oauth(primary.server(), id, made.text("/secret")),
                Api.nobody(primary.server()),
                tenant,
                tenant.path() + "/apps/" + id);
        bot.release("1", range, permissions);
        return new Bot(bot.oauth, bot.oauth.itself(), tenant, bot.path);
    }

    /** Submits a version and grants everything it asks for. */
    public void release(String version, String range, String... permissions) {
        List<String> asked = new ArrayList<>();
        for (String permission : permissions) {
            int at = permission.indexOf('@');
            asked.add(Json.of(
                    "{'name':'%s','identity':'%s','reason':'to work'}",
                    permission.substring(0, at), permission.substring(at + 1)));
        }
        Api primary = tenant.primary();
        primary.post(
                        path + "/versions",
                        Json.of("{'version':'%s','data_range':%s,'permissions':[", version, range)
                                + String.join(",", asked) + "]}")
                .expect(201);
        primary.get(tenant.path() + "/app-reviews?state=open")
                .json()
                .path("items")
                .forEach(review -> {
                    if (review.path("app_id").asText().equals(oauth.app())) {
                        primary.post(
                                        tenant.path() + "/app-reviews/"
                                                + review.path("review_id").asText() + "/approve",
                                        "{}")
                                .expect(200);
                    }
                });
    }

    /** Returns a caller that is this app for a member, who can sign in and agrees to everything. */
    public Api forMember(String user) {
        String code = oauth.code(REDIRECT, tenant.key(), user);
        return Api.nobody(oauth.server())
                .token(oauth.redeem(code, REDIRECT).expect(200).text("/access_token"));
    }

    /** Subscribes, as itself. */
    public void subscribe(String... events) {
        for (String event : events) {
            itself.post(tenant.path() + "/event-subscriptions", Json.of("{'event':'%s'}", event))
                    .expect(201);
        }
    }

    /** Returns the log of what it was told, as words such as {@code delivered user.created ann}. */
    public List<String> log() {
        List<String> lines = new ArrayList<>();
        itself.get(tenant.path() + "/event-deliveries")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> lines.add(
                        item.path("state").asText() + " " + item.path("event").asText() + " "
                                + item.path("object").path("id").asText()));
        return lines;
    }
}
