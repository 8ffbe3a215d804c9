package org.sightline.rest.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sightline.access.PublicAddress;
import org.sightline.access.SecretBox;
import org.sightline.apps.model.PermissionName;

/** Makes sure that a form comes from a page that this server showed to the same session, for the same request. */
final class AntiForgery {

    private final SecretBox box;
    private final PublicAddress address;

    AntiForgery(SecretBox box, PublicAddress address) {
        this.box = box;
        this.address = address;
    }

    /** Returns what the consent form carries: nobody without the session, and without the server's key, can make it. */
    String value(Visitor visitor, AuthorizationAsk ask) {
        String shown = ask.parameters().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String permissions = new TreeSet<>(ask.request().permissions())
                .stream().map(PermissionName::value).collect(Collectors.joining(" "));
        return box.digest("consent\n" + visitor.token() + "\n" + shown + "\n" + permissions);
    }

    /** Whether a value is the one that the form was given. */
    boolean holds(String presented, Visitor visitor, AuthorizationAsk ask) {
        return MessageDigest.isEqual(
                presented.getBytes(UTF_8), value(visitor, ask).getBytes(UTF_8));
    }

    /** Whether a form does not come from another site, as far as the browser tells; clients without pages tell nothing. */
    boolean isFromHere(HttpServletRequest request) {
        String site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
        if (!site.equals("none") && !site.equals("same-origin")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || origin.equals(origin(URI.create(address.base())))
                || origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
