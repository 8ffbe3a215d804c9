package org.sightline.itests.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An app of a tenant's first administrator that was granted what it asked for.
 *
 * @param tenant where the app is
 * @param oauth  the app
 */
public record EmployedApp(Tenant tenant, Oauth oauth) {

    private static final String REDIRECT = "https://example.org/cb";

    /**
     * Registers an app and grants it permissions.
     *
     * @param app   permissions for its own identity
     * @param user  permissions for members' identity
     * @param range the data range, with single quotes; null for none
     */
    public static EmployedApp of(Tenant tenant, List<String> app, List<String> user, String range) {
        Oauth oauth = Oauth.register(tenant.primary(), tenant.path(), "bot-" + UUID.randomUUID(), REDIRECT);
        List<String> asked = new ArrayList<>();
        app.forEach(name -> asked.add(permission(name, "app")));
        user.forEach(name -> asked.add(permission(name, "user")));
        EmployedApp employed = new EmployedApp(tenant, oauth);
        employed.release("1", String.join(",", asked), range);
        return employed;
    }

    /** Registers an app and grants it every permission that opens an operation. */
    public static EmployedApp ofEverything(Tenant tenant, String range) {
        return of(tenant, opening(tenant, "app"), opening(tenant, "user"), range);
    }

    /** Returns the permissions that open an operation to an identity. */
    public static List<String> opening(Tenant tenant, String identity) {
        Set<String> names = new TreeSet<>();
        Contract.of(tenant.primary().server()).operations().forEach(operation -> operation
                .node()
                .path("x-sightline-permissions")
                .path(identity)
                .forEach(name -> names.add(name.asText())));
        return List.copyOf(names);
    }

    private static String permission(String name, String identity) {
        return Json.of("{'name':'%s','identity':'%s','reason':'to work'}", name, identity);
    }

    /** Asks for another data range, which is granted. */
    public void range(String version, String range) {
        release(version, "", range);
    }

    private void release(String version, String permissions, String range) {
        String dataRange = range == null ? "" : Json.of(",'data_range':" + range);
        tenant.primary()
                .post(
                        tenant.path() + "/apps/" + oauth.app() + "/versions",
                        "{\"version\":\"" + version + "\",\"permissions\":[" + permissions + "]" + dataRange + "}")
                .expect(201);
        tenant.primary()
                .get(tenant.path() + "/app-reviews?state=open")
                .expect(200)
                .items("review_id")
                .forEach(review -> tenant.primary()
                        .post(tenant.path() + "/app-reviews/" + review + "/approve", "{}")
                        .expect(200));
    }

    /** Takes a permission back. */
    public void revoke(String identity, String name) {
        tenant.primary()
                .delete(tenant.path() + "/app-grants/" + oauth.app() + "/" + identity + "/" + name)
                .expect(204);
    }

    /** Returns a caller that is the app itself. */
    public Api itself() {
        return oauth.itself();
    }

    /** Returns a caller that is the app for a member, who was let in and agrees to everything. */
    public Api forMember(String user) {
        return forMember(user, String.join(" ", opening(tenant, "user")));
    }

    /** Returns a caller that is the app itself with no more than a scope. */
    public Api itself(String scope) {
        return caller(oauth.post("/oauth/token", "grant_type", "client_credentials", "scope", scope));
    }

    /** Returns a caller that is the app for a member, who was let in and agrees to a scope. */
    public Api forMember(String user, String scope) {
        return caller(oauth.redeem(oauth.code(REDIRECT, tenant.key(), user, "scope", scope), REDIRECT));
    }

    private Api caller(Answer tokens) {
        return Api.nobody(oauth.server()).token(tokens.expect(200).text("/access_token"));
    }
}
