package org.sightline.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.sightline.json.Json;

/** The measured tenant over REST: making it, filling it, changing it, and requests prepared as bytes. */
final class Tenant {

    private static final String JSON = "application/json";
    private static final String ADMINISTRATOR = "administrator";
    private static final String PASSWORD = "only on this machine, only for this run";
    private static final String SHADOW = "/visibility/shadow";
    private static final long POLL_MILLIS = 100;
    private static final String READS_EVERYTHING = "contact:contact:readonly";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;
    private String token = "";

    Tenant(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /** Whether the server has the tenant already. */
    boolean exists(String operatorToken) throws IOException, InterruptedException {
        HttpRequest request = request(path(""), operatorToken, JSON).GET().build();
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Makes the tenant with an administrator. */
    void create(String operatorToken) throws IOException, InterruptedException {
        Map<String, Object> administrator =
                Map.of("user_id", ADMINISTRATOR, "name", "Administrator", "password", PASSWORD);
        Map<String, Object> tenant =
                Map.of("tenant_key", key, "name", "Big", "plan", "pro", "primary_admin", administrator);
        send("POST", "/api/v1/tenants", operatorToken, JSON, BodyPublishers.ofString(Json.text(tenant)));
    }

    /** Signs the administrator in. */
    void signIn() throws IOException, InterruptedException {
        token = tokenOf(ADMINISTRATOR);
    }

    private String tokenOf(String user) throws IOException, InterruptedException {
        String login = Json.text(Map.of("tenant_key", key, "login", user, "password", PASSWORD));
        return send("POST", "/api/v1/sessions", "", JSON, BodyPublishers.ofString(login))
                .get("token")
                .asText();
    }

    /** Returns the token of the administrator's session. */
    String session() {
        return token;
    }

    /** Returns the token of an app that acts as itself, reads everything and reaches everyone. */
    String appToken() throws IOException, InterruptedException {
        String app = "benchmark-of-" + key;
        HttpRequest asked = request(path("/apps/" + app), token, JSON).GET().build();
        boolean isThere = client.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        String secret = isThere
                ? post(path("/apps/" + app + "/secret"), Map.of()).get("secret").asText()
                : register(app);
        String proof = Base64.getEncoder().encodeToString((app + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/oauth/token"))
                .header("Authorization", "Basic " + proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return Json.mapper()
                .readTree(checked(client.send(request, BodyHandlers.ofString())).body())
                .get("access_token")
                .asText();
    }

    /** Registers an app, gives it what it asks for, and returns its secret. */
    private String register(String app) throws IOException, InterruptedException {
        String secret = post(path("/apps"), Map.of("app_id", app, "name", "Benchmark"))
                .get("secret")
                .asText();
        Map<String, Object> permission =
                Map.of("name", READS_EVERYTHING, "identity", "app", "reason", "to be measured");
        Map<String, Object> version =
                Map.of("version", "1", "permissions", List.of(permission), "data_range", Map.of("all", true));
        post(path("/apps/" + app + "/versions"), version);
        JsonNode reviews = send("GET", path("/app-reviews?state=open"), token, JSON, BodyPublishers.noBody())
                .path("items");
        for (JsonNode review : reviews) {
            post(path("/app-reviews/" + review.get("review_id").asText() + "/approve"), Map.of());
        }
        return secret;
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send("POST", path, token, JSON, BodyPublishers.ofString(Json.text(body)));
    }

    /** Has a candidate main rule compared from now on. */
    void compare(String mainRule) throws IOException, InterruptedException {
        String candidate = Json.text(Map.of("main_rule", Map.of("type", mainRule)));
        send("PUT", path(SHADOW), token, JSON, BodyPublishers.ofString(candidate));
    }

    /** Returns how many answers have been compared. */
    long compared() throws IOException, InterruptedException {
        return send("GET", path(SHADOW), token, JSON, BodyPublishers.noBody())
                .get("compared")
                .asLong();
    }

    /** Ends comparing. */
    void compareNoMore() throws IOException, InterruptedException {
        send("DELETE", path(SHADOW), token, JSON, BodyPublishers.noBody());
    }

    /** Gives a member a password and returns the token of a session. */
    String signInAs(String user) throws IOException, InterruptedException {
        String password = Json.text(Map.of("password", PASSWORD));
        send("PUT", path("/users/" + user + "/password"), token, JSON, BodyPublishers.ofString(password));
        return tokenOf(user);
    }

    /** Imports a file as a job and waits for it. */
    void importLines(Path lines) throws IOException, InterruptedException {
        JsonNode job = send(
                "POST",
                path("/directory/import?async=true"),
                token,
                "application/x-ndjson",
                BodyPublishers.ofFile(lines));
        String id = job.get("job_id").asText();
        while (true) {
            JsonNode now = send("GET", path("/jobs/" + id), token, JSON, BodyPublishers.noBody());
            String state = now.get("state").asText();
            if (state.equals("done")) {
                return;
            }
            if (state.equals("failed")) {
                throw new IOException("the import failed: " + now);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private JsonNode send(String method, String path, String bearer, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, bearer, type).method(method, body).build();
        String text = checked(client.send(request, BodyHandlers.ofString())).body();
        return Json.mapper().readTree(text.isEmpty() ? "null" : text);
    }

    private HttpRequest.Builder request(String path, String bearer, String type) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", type);
        return bearer.isEmpty() ? builder : builder.header("Authorization", "Bearer " + bearer);
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.request().method() + " " + answer.uri().getPath() + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private String path(String below) {
        return "/api/v1/tenants/" + key + below;
    }

    /** Returns the bytes that ask whether one member sees another. */
    byte[] verify(int viewer, int target) {
        return post(path("/visibility/verify"), token, verifyBody(viewer, target));
    }

    static String verifyBody(int viewer, int target) {
        return "{\"subject_user_id\":\"m" + viewer + "\",\"object_user_id\":\"m" + target + "\"}";
    }

    /** Returns the bytes that ask about many pairs. */
    byte[] batch(String pairs) {
        return post(path("/visibility/verify:batch"), token, pairs);
    }

    /** Returns the bytes that ask the plain servlet for an answer of a length, with any body. */
    byte[] floor(String body, int length) {
        return post(FloorServlet.PATH + "/" + length, token, body);
    }

    /** Returns the bytes of a member's reading request. */
    byte[] get(String below, String memberToken) {
        return getAt(path(below), memberToken);
    }

    /** Returns the bytes that ask who is calling. */
    byte[] me(String anyToken) {
        return getAt("/api/v1/me", anyToken);
    }

    private byte[] getAt(String path, String bearer) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer " + bearer
                        + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes with which the administrator reads a member. */
    byte[] member(String user) {
        return get("/users/" + user, token);
    }

    /** Returns the bytes that give a member another name. */
    byte[] rename(String user, String name) {
        return request(
                "PATCH",
                path("/users/" + user),
                token,
                "application/merge-patch+json",
                Json.text(Map.of("name", name)));
    }

    /** Returns the bytes that replace the policy. */
    byte[] putPolicy(String policy) {
        return request("PUT", path("/visibility/policy"), token, JSON, policy);
    }

    private byte[] post(String path, String bearer, String body) {
        return request("POST", path, bearer, JSON, body);
    }

    private byte[] request(String method, String path, String bearer, String type, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nAuthorization: Bearer "
                        + bearer + "\r\nContent-Type: " + type + "\r\nAccept: application/json\r\n"
                        + "Content-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }
}
