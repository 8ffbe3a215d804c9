package org.sightline.shell.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.karaf.bundle.core.BundleService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sightline.shell.internal.text.FeatureJson.BundleJson;
import org.sightline.shell.internal.text.PluginJson;

/** The bundles of the running server: its own, and those of vendors. */
@Component(service = ServerBundles.class)
public final class ServerBundles {

    private static final String OUR_PREFIX = "org.sightline.";
    private static final String DOOR_FOR_VENDORS = "org.sightline.spi";

    private static final String ACTIVE = "active";

    /** Whoever sees these is a room of the server: vendors see the door and the words of the directory only. */
    private static final String PROMISES_OF_THE_SERVER = "org.sightline.problem";

    private final BundleContext context;
    private final @Nullable BundleService diagnosis;

    /** Creates the view; without Karaf's diagnosis it tells states but no reasons. */
    @Activate
    public ServerBundles(
            BundleContext context,
            @Reference(
                            name = "diagnosis",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    BundleService diagnosis) {
        this.context = context;
        this.diagnosis = diagnosis;
    }

    /** Returns the version of the server. */
    String version() {
        return context.getBundle().getVersion().toString();
    }

    /** Returns the server's own bundles that should run and do not. */
    List<String> notActive() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name(bundle).startsWith(OUR_PREFIX) && !isPlugin(bundle))
                .filter(bundle -> !state(bundle).equals(ACTIVE))
                .map(bundle -> name(bundle) + " (" + state(bundle) + ")")
                .sorted()
                .toList();
    }

    /** Returns one bundle as the console shows it. */
    BundleJson form(Bundle bundle) {
        return new BundleJson(name(bundle), bundle.getVersion().toString(), state(bundle));
    }

    /** Returns name and version of the bundle that a service comes from; empty for one that is gone by now. */
    String offering(long serviceId) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> Stream.ofNullable(bundle.getRegisteredServices())
                        .flatMap(Arrays::stream)
                        .anyMatch(service ->
                                service.getProperty(Constants.SERVICE_ID) instanceof Long id && id == serviceId))
                .map(bundle -> name(bundle) + " " + bundle.getVersion())
                .findFirst()
                .orElse("");
    }

    /** Returns what vendors have put in, also what does not run, and why it does not. */
    List<PluginJson> plugins() {
        return Arrays.stream(context.getBundles())
                .filter(ServerBundles::isPlugin)
                .map(this::plugin)
                .toList();
    }

    private PluginJson plugin(Bundle bundle) {
        String state = state(bundle);
        return new PluginJson(
                name(bundle),
                bundle.getVersion().toString(),
                state,
                offers(bundle),
                state.equals(ACTIVE) ? null : reason(bundle));
    }

    private @Nullable String reason(Bundle bundle) {
        String told = diagnosis == null
                ? ""
                : String.valueOf(diagnosis.getDiag(bundle)).strip();
        return told.isEmpty() ? null : inOneLine(told);
    }

    private static String inOneLine(String text) {
        return text.replaceAll(":\\s*\\R\\s*", ": ").replaceAll("\\s*\\R\\s*", "; ");
    }

    private static List<String> offers(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getState() == Bundle.ACTIVE ? bundle.getRegisteredServices() : null;
        return Stream.ofNullable(services)
                .flatMap(Arrays::stream)
                .flatMap(service -> Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS)))
                .filter(type -> type.startsWith(DOOR_FOR_VENDORS + "."))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }

    /** The manifest tells, since the wiring of a bundle that does not resolve would not. */
    private static boolean isPlugin(Bundle bundle) {
        String imports = String.valueOf(bundle.getHeaders("").get(Constants.IMPORT_PACKAGE));
        return imports.contains(DOOR_FOR_VENDORS)
                && !imports.contains(PROMISES_OF_THE_SERVER)
                && !String.valueOf(bundle.getHeaders("").get(Constants.EXPORT_PACKAGE))
                        .contains(PROMISES_OF_THE_SERVER);
    }

    private static String name(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName());
    }

    /** Karaf's word, which also tells of components that wait for something; without Karaf's diagnosis the framework's. */
    private String state(Bundle bundle) {
        if (diagnosis != null) {
            return diagnosis.getInfo(bundle).getState().name().toLowerCase(Locale.ROOT);
        }
        return bundle.getState() == Bundle.ACTIVE ? ACTIVE : "not active";
    }
}
