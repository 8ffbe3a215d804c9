package org.sightline.itests.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app's end of the line: takes events, and keeps those whose signature is right. */
public final class Inbound implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int status = 204;
    private volatile boolean hanging;
    private volatile String key = "";
    private volatile int calls;

    private Inbound(HttpServer server) {
        this.server = server;
    }

    /** Begins to listen. */
    public static Inbound open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Inbound inbound = new Inbound(server);
            server.setExecutor(inbound.threads);
            server.createContext("/", inbound::take);
            server.start();
            return inbound;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void count() {
        calls++;
    }

    private void take(HttpExchange exchange) throws IOException {
        count();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (hanging) {
            hang();
        }
        String signature = exchange.getRequestHeaders().getFirst("Sightline-Signature");
        if (!isSigned(signature, body)) {
            wrong.add(signature + " " + body);
        } else if (status < 300) {
            taken.add(Json.read(body));
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a body was signed with the key: what docs/api.md tells receivers to do. */
    private boolean isSigned(String signature, String body) {
        String time = signature.replaceFirst("^t=(\\d+),v1=.*$", "$1");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            String expected = HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(UTF_8)));
            return signature.equals("t=" + time + ",v1=" + expected);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Expects events to be signed with a key. */
    public void expectKey(String signingKey) {
        key = signingKey;
    }

    /** Answers with a status from now on. */
    public void answer(int other) {
        status = other;
    }

    /** Answers nothing from now on. */
    public void hangFromNowOn() {
        hanging = true;
    }

    /** Returns how often it was called. */
    public int calls() {
        return calls;
    }

    /** Returns the events it took, in the order they came. */
    public List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    /** Returns what events it took, as words such as {@code user.created ann}. */
    public List<String> told() {
        return taken.stream()
                .map(each -> each.path("event").asText() + " " + idOf(each.path("object")))
                .toList();
    }

    private static String idOf(JsonNode object) {
        for (String name : List.of("id", "user_id", "department_id")) {
            if (object.has(name)) {
                return object.path(name).asText();
            }
        }
        return "?";
    }

    /** Returns what came with a wrong signature. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
