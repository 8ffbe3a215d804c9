package org.sightline.access.internal;

import java.net.URI;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.access.PublicAddress;

/** The address that the settings say. */
@Component(configurationPid = AddressSettings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AddressSettings.class)
public final class ConfiguredAddress implements PublicAddress {

    /** Addresses to listen on, not to be reached at. */
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

    private final String base;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when {@code public_url} is not an absolute address of the web
     */
    @Activate
    public ConfiguredAddress(AddressSettings settings) {
        this(settings.public__url(), settings.http__host(), settings.http__port());
    }

    ConfiguredAddress(String publicUrl, String host, int port) {
        this.base = publicUrl.isBlank() ? "http://" + reachable(host) + ":" + port : checked(publicUrl.strip());
    }

    private static String reachable(String host) {
        if (EVERYWHERE.contains(host)) {
            return "localhost";
        }
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String checked(String publicUrl) {
        URI uri = URI.create(publicUrl);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "public_url must be an address such as https://sightline.example, not `" + publicUrl + "`");
        }
        return publicUrl.replaceAll("/+$", "");
    }

    @Override
    public String base() {
        return base;
    }
}
