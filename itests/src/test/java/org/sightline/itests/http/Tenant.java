package org.sightline.itests.http;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.itests.server.ServerUnderTest;

/**
 * A tenant that one test made for itself.
 *
 * @param key     its key
 * @param path    its path below {@code /api/v1}
 * @param primary its first administrator
 */
public record Tenant(String key, String path, Api primary) {

    /** The password of everybody whom tests let in. */
    public static final String PASSWORD = "correct horse battery staple";

    /** The user id of the first administrator. */
    public static final String PRIMARY = "boss";

    /** Makes a tenant with a primary administrator who is signed in. */
    public static Tenant create(ServerUnderTest server, String plan) {
        String key = "t-" + UUID.randomUUID().toString().substring(0, 12);
        Api.operator(server)
                .post(
                        "/tenants",
                        Json.of(
                                "{'tenant_key':'%s','name':'Tenant of a test','plan':'%s',"
                                        + "'primary_admin':{'user_id':'%s','name':'The Boss','password':'%s'}}",
                                key, plan, PRIMARY, PASSWORD))
                .expect(201);
        String path = "/tenants/" + key;
        return new Tenant(key, path, signIn(server, key, PRIMARY));
    }

    /** Signs somebody in. */
    public static Api signIn(ServerUnderTest server, String key, String user) {
        String token = Api.nobody(server)
                .post("/sessions", Json.of("{'tenant_key':'%s','login':'%s','password':'%s'}", key, user, PASSWORD))
                .expect(201)
                .text("/token");
        return Api.nobody(server).token(token);
    }

    /** Adds a member to departments; none means the root. */
    public Answer addUser(String id, String... departments) {
        return primary.post(
                        path + "/users",
                        Json.of("{'user_id':'%s','name':'Name of %s','department_ids':%s}", id, id, list(departments)))
                .expect(201);
    }

    /** Adds a department. */
    public Answer addDepartment(String id, String parent) {
        return primary.post(
                        path + "/departments",
                        Json.of("{'department_id':'%s','name':'Department %s','parent_id':'%s'}", id, id, parent))
                .expect(201);
    }

    /** Gives a member a password and signs them in. */
    public Api letIn(String user) {
        primary.put(path + "/users/" + user + "/password", Json.of("{'password':'%s'}", PASSWORD))
                .expect(204);
        return signIn(primary.server(), key, user);
    }

    /** Adds a member who is an administrator with these permissions, and signs them in. */
    public Api addAdministrator(String id, String... permissions) {
        addUser(id);
        primary.put(path + "/admins/" + id, Json.of("{'primary':false,'permissions':%s}", list(permissions)))
                .expect(200);
        return letIn(id);
    }

    /** Replaces the visibility policy. */
    public Answer putPolicy(String body, Object... arguments) {
        return primary.put(path + "/visibility/policy", Json.of(body, arguments))
                .expect(200);
    }

    /** Returns texts as a JSON array. */
    public static String list(String... values) {
        return Arrays.stream(values).map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
