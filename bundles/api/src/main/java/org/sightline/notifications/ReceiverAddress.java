package org.sightline.notifications;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.sightline.settings.EnvironmentVariable;

/**
 * Which addresses the server may post to: those of the public network, or all when the setting says so
 * (docs/concepts.md, "Channels").
 */
public final class ReceiverAddress {

    /** Allows private addresses when {@code true}; test mode does, too. */
    public static final String ALLOW_PRIVATE = EnvironmentVariable.SIGHTLINE_EVENT_ALLOW_PRIVATE.name();

    private static final int CARRIER = 100;
    private static final int UNIQUE_LOCAL = 0xfc;

    private ReceiverAddress() {}

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is not an absolute one of http or https, or names a user
     */
    public static URI parse(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as `https://example.com/cards`", e);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.equals("https") || scheme.equals("http");
        if (!isWeb || url.getHost() == null) {
            throw new IllegalArgumentException("must be an address such as `https://example.com/cards`");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("must have neither user nor fragment");
        }
        return url;
    }

    /** Whether an environment allows private addresses. */
    public static boolean privateAllowed(Map<String, String> environment) {
        return "true".equals(environment.get(ALLOW_PRIVATE))
                || "true".equals(environment.get(EnvironmentVariable.SIGHTLINE_TEST_MODE.name()));
    }

    /**
     * Whether an address leads to this machine or a private network, by any of the addresses its name stands for.
     *
     * @throws UnknownHostException when its name stands for none
     */
    public static boolean isPrivate(URI url) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
            if (isPrivate(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address is one of this machine, of a private network, or of nobody that the public network knows. */
    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean ofNobody = address instanceof Inet6Address
                ? (first & 0xfe) == UNIQUE_LOCAL || isMappedPrivate(bytes)
                : first == 0
                        || (first == CARRIER && (second & 0xc0) == 0x40)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second & 0xfe) == 18)
                        || first >= 240;
        return ofNobody
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    // By 64:ff9b::/96, 2002::/16 and ::/96 IPv4 is reached through IPv6; Java itself turns ::ffff:a.b.c.d into IPv4.
    private static boolean isMappedPrivate(byte[] bytes) {
        if (bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b) {
            return isPrivate(bytes, 12);
        }
        if (bytes[0] == 0x20 && bytes[1] == 2) {
            return isPrivate(bytes, 2);
        }
        for (int at = 0; at < 12; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return isPrivate(bytes, 12);
    }

    private static boolean isPrivate(byte[] bytes, int at) {
        try {
            return isPrivate(
                    InetAddress.getByAddress(new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]}));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
