package org.sightline.rest.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A page for people: HTML without script, which no other page can frame and nobody keeps. */
final class HtmlPage {

    private static final String STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;"
            + "padding:0 1rem;color:#222;background:#fff}h1{font-size:1.4rem}label{display:block;margin:.8rem 0}"
            + "input{font:inherit;width:100%;box-sizing:border-box;padding:.4rem}button{font:inherit;padding:.5rem 1.2rem;"
            + "margin:.8rem .8rem 0 0}li{margin:.4rem 0}code{color:#666;font-size:.85em;display:block}"
            + ".wrong{color:#a00}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final int status;
    private final PageTexts texts;
    private final String heading;
    private final String content;

    /**
     * Makes a page.
     *
     * @param heading escaped
     * @param content HTML
     */
    HtmlPage(int status, PageTexts texts, String heading, String content) {
        this.status = status;
        this.texts = texts;
        this.heading = heading;
        this.content = content;
    }

    /**
     * Sends the page.
     *
     * @param target where its form may lead in the end, beside this server; null for nowhere else
     */
    void send(HttpServletResponse response, @Nullable URI target) throws IOException {
        byte[] page = ("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + texts.html("title")
                        + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>" + heading + "</h1>\n"
                        + content
                        + "</body>\n</html>\n")
                .getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", texts.language());
        response.setHeader("Content-Security-Policy", target == null ? POLICY : POLICY + " " + source(target));
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Not `no-referrer`: browsers would then send the forms with `Origin: null`.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    /** Browsers hold the form's policy against the redirect at its end, too. */
    private static String source(URI target) {
        String host = target.getHost();
        if (host == null || !host.matches("[A-Za-z0-9.-]+")) {
            return target.getScheme() + ":";
        }
        return target.getScheme() + "://" + host + (target.getPort() < 0 ? "" : ":" + target.getPort());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
