package org.sightline.itests.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sightline.itests.server.ServerUnderTest;

/** Walks through pages as a browser without script does: keeps cookies, fills forms, and does not leave the server. */
public final class Browser {

    private final ServerUnderTest server;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Opens a browser that knows nothing. */
    public Browser(ServerUnderTest server) {
        this.server = server;
    }

    /** Sends one more header with every request. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Returns the cookies that the server has set. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /**
     * What the server showed.
     *
     * @param address  of the request
     * @param status   the status code
     * @param headers  the headers
     * @param document the page; empty when it is none
     */
    public record Page(URI address, int status, HttpHeaders headers, Document document) {

        /** Returns a header; empty when it is not there. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Returns where a redirect leads. */
        public URI location() {
            return URI.create(header("Location"));
        }

        /** Returns a parameter in the address that a redirect leads to; empty when it is not there. */
        public String answer(String name) {
            return parameter(location(), name);
        }

        /** Whether the page asks for a name and a password. */
        public boolean asksForLogin() {
            return document.selectFirst("input[name=password]") != null;
        }

        /** Whether the page asks for a decision. */
        public boolean asksForConsent() {
            return document.selectFirst("button[name=decision][value=approve]") != null;
        }

        /** Returns what the fields of the page's form hold. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Element input : document.select("form input[name]")) {
                fields.put(input.attr("name"), input.attr("value"));
            }
            return fields;
        }
    }

    /** Returns a parameter of an address; empty when it is not there. */
    public static String parameter(URI address, String name) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts[0].equals(name) && parts.length == 2) {
                return URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Opens a page. */
    public Page open(String path) {
        return send(server.uri(path), null);
    }

    /** Fills the form of a page and sends it. */
    public Page submit(Page page, Map<String, String> values) {
        Element form = page.document().selectFirst("form");
        if (form == null) {
            throw new AssertionError("no form in " + page.document());
        }
        Map<String, String> fields = page.fields();
        fields.putAll(values);
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return send(page.address().resolve(form.attr("action")), Oauth.form(pairs.toArray(String[]::new)));
    }

    /** Sends a form to a path. */
    public Page post(String path, String form) {
        return send(server.uri(path), form);
    }

    private Page send(URI address, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        try {
            HttpResponse<String> response =
                    server.http().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(
                    address,
                    response.statusCode(),
                    response.headers(),
                    Jsoup.parse(response.body(), address.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
