package org.sightline.rest.internal.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files in {@code etc/} can be read and hold what they may. A component that gets something else does
 * not start, and its stack trace names neither file nor key; so the log says it here, too, also while HTTP is not up.
 */
@Component(immediate = true)
public final class SettingsCheck implements HealthCheck, ConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);
    private static final String OWN = "org.sightline.";

    /** Jetty's own, which describes its settings only when it has them. */
    private static final String HTTP = "org.apache.felix.http";

    private static final String HTTP_PORT = "org.osgi.service.http.port";

    /** The whiteboard's own, which describes nothing. */
    private static final String REST_WHITEBOARD = "JakartarsServletWhiteboardRuntimeComponent";

    private final BundleContext context;
    private final MetaTypeService descriptions;
    private final ConfigurationAdmin configurations;

    /** What the log says since the last change, so that it says each thing once. */
    private Set<String> said = Set.of();

    /** Looks for the first time. */
    @Activate
    public SettingsCheck(
            BundleContext context,
            @Reference MetaTypeService descriptions,
            @Reference ConfigurationAdmin configurations) {
        this.context = context;
        this.descriptions = descriptions;
        this.configurations = configurations;
        sayWhatIsNew();
    }

    @Override
    public String part() {
        return "settings";
    }

    @Override
    public Health look() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            return Health.down(String.join("; ", faults));
        }
        List<String> strangers = strangers();
        return strangers.isEmpty() ? Health.UP : Health.degraded(String.join("; ", strangers));
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (event.getType() == ConfigurationEvent.CM_UPDATED && isOurs(event.getPid())) {
            sayWhatIsNew();
        }
    }

    private synchronized void sayWhatIsNew() {
        List<String> faults = faults();
        List<String> strangers = strangers();
        faults.stream().filter(fault -> !said.contains(fault)).forEach(LOG::error);
        strangers.stream().filter(stranger -> !said.contains(stranger)).forEach(LOG::warn);
        said = Stream.concat(faults.stream(), strangers.stream()).collect(Collectors.toSet());
    }

    private static boolean isOurs(String pid) {
        return pid.startsWith(OWN) || pid.equals(HTTP) || pid.equals(REST_WHITEBOARD);
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Described each : described()) {
            @Nullable SettingsFile file = file(each.pid());
            addFaultOfFile(each.pid(), file, faults);
            if (file != null) {
                faults.addAll(file.faults(each.information().getObjectClassDefinition(each.pid(), null)));
            }
        }
        @Nullable SettingsFile http = file(HTTP);
        addFaultOfFile(HTTP, http, faults);
        addFaultOfFile(REST_WHITEBOARD, file(REST_WHITEBOARD), faults);
        if (http != null) {
            faults.addAll(http.faultOfPort(HTTP_PORT));
            faults.addAll(http.faultOfPort("org.osgi.service.http.port.secure"));
        }
        return faults;
    }

    private static void addFaultOfFile(String pid, @Nullable SettingsFile known, List<String> faults) {
        FileOnDisk file = FileOnDisk.of(pid);
        Optional<String> fault = file.fault();
        if (fault.isPresent() || (known == null && file.isThere())) {
            faults.add("etc/" + pid + ".cfg " + fault.orElse("cannot be read, the log says why")
                    + "; mend it, or take it anew from etc/ of the program: what needs it waits until then");
        }
    }

    private List<String> strangers() {
        List<String> strangers = new ArrayList<>();
        @Nullable SettingsFile http = file(HTTP);
        if (http != null && !http.values().containsKey(HTTP_PORT)) {
            strangers.add("etc/" + HTTP + ".cfg does not say `" + HTTP_PORT + "`: is it damaged? The server listens on"
                    + " its default host and port, which this machine alone can reach");
        }
        for (Described each : described()) {
            @Nullable SettingsFile file = file(each.pid());
            if (file != null) {
                strangers.addAll(file.strangers(each.information().getObjectClassDefinition(each.pid(), null)));
            }
        }
        return strangers;
    }

    /** Returns the settings that bundles of ours say they take. */
    private List<Described> described() {
        List<Described> described = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean isOurs = String.valueOf(bundle.getSymbolicName()).startsWith(OWN);
            if (isOurs && bundle.getState() != Bundle.INSTALLED) {
                MetaTypeInformation information = descriptions.getMetaTypeInformation(bundle);
                for (String pid : information.getPids()) {
                    described.add(new Described(pid, information));
                }
            }
        }
        return described;
    }

    private @Nullable SettingsFile file(String pid) {
        try {
            Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
            return found == null ? null : SettingsFile.of(pid, found[0].getProperties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("`" + pid + "` is no name of settings", e);
        }
    }

    private record Described(String pid, MetaTypeInformation information) {}
}
