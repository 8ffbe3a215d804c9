package org.sightline.apps.internal.registry;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.notifications.ReceiverAddress;

/** What is wrong with addresses that developers give (docs/concepts.md, "Apps"). */
final class WebAddresses {

    private static final int LONGEST = 2_000;
    private static final Set<String> WEB = Set.of("http", "https");

    /** Schemes that would run something instead of going somewhere. */
    private static final Set<String> DANGEROUS = Set.of("javascript", "data", "vbscript", "file", "blob", "about");

    private static final String LOCALHOST = "localhost";
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F.:x\\[\\]]+");

    private WebAddresses() {}

    /**
     * Returns what is wrong with an address that members are sent back to; empty when nothing is. Apps on a member's
     * own machine have loopback addresses or schemes of their own (RFC 8252).
     */
    static Optional<String> redirectFault(String text) {
        @Nullable URI uri = uri(text);
        if (uri == null || !uri.isAbsolute()) {
            return Optional.of("must be an absolute URI of at most " + LONGEST + " characters");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("must not have a fragment, the part behind `#`");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (DANGEROUS.contains(scheme)) {
            return Optional.of("must not have the scheme `" + scheme + "`");
        }
        if (WEB.contains(scheme) && uri.getHost() == null) {
            return Optional.of("must name a host");
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            return Optional.of("must be https, except on the loopback address");
        }
        return Optional.empty();
    }

    /** Returns what is wrong with an address that events go to; empty when nothing is. */
    static Optional<String> eventFault(String text, boolean privateAllowed) {
        @Nullable URI uri = uri(text);
        if (uri == null
                || uri.getScheme() == null
                || !WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null) {
            return Optional.of("must be an http or https address of at most " + LONGEST + " characters");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have neither a user name nor a fragment");
        }
        return privateAllowed || !isPrivate(uri.getHost())
                ? Optional.empty()
                : Optional.of("must not be a private or loopback address");
    }

    private static @Nullable URI uri(String text) {
        try {
            return text.length() > LONGEST ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isLoopback(String host) {
        return isLocalName(host)
                || number(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static boolean isPrivate(String host) {
        return isLocalName(host) || number(host).map(ReceiverAddress::isPrivate).orElse(false);
    }

    private static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.equals(LOCALHOST)
                || name.endsWith("." + LOCALHOST)
                || name.endsWith(".local")
                || name.endsWith(".internal");
    }

    /** The address that a host of digits stands for, in any notation Java reads; names are looked up when events go out. */
    private static Optional<InetAddress> number(String host) {
        if (!NUMBERS.matcher(host).matches() || !host.chars().anyMatch(each -> each == '.' || each == ':')) {
            return isAllDigits(host) ? Optional.of(InetAddress.getLoopbackAddress()) : Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** One number in place of four is nobody's honest address, so it is taken for the worst. */
    private static boolean isAllDigits(String host) {
        return host.matches("(0x)?[0-9a-fA-F]+") && Character.isDigit(host.charAt(0));
    }
}
