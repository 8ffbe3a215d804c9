package org.sightline.rest.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;

/** Looks whether every bundle of the server is resolved and every component in it has what it needs. */
@Component
public final class ComponentsCheck implements HealthCheck {

    private static final String OWN = "org.sightline.";
    private static final String NEEDS_CONFIGURATION = "require";

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    /** Creates the check. */
    @Activate
    public ComponentsCheck(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public String part() {
        return "components";
    }

    @Override
    public Health look() {
        List<String> lacking = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean own = String.valueOf(bundle.getSymbolicName()).startsWith(OWN);
            if (bundle.getState() == Bundle.INSTALLED) {
                (own ? lacking : strangers)
                        .add("bundle `" + bundle.getSymbolicName() + "` lacks a package or capability");
            } else if (own) {
                components.getComponentDescriptionDTOs(bundle).forEach(component -> addFaults(component, lacking));
            }
        }
        if (!lacking.isEmpty()) {
            return Health.down(String.join("; ", lacking));
        }
        return strangers.isEmpty() ? Health.UP : Health.degraded(String.join("; ", strangers));
    }

    private void addFaults(ComponentDescriptionDTO component, List<String> lacking) {
        if (!components.isComponentEnabled(component)) {
            return;
        }
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty() && NEEDS_CONFIGURATION.equals(component.configurationPolicy)) {
            lacking.add(
                    name(component) + " waits for its configuration " + String.join(", ", component.configurationPid));
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            addFault(configuration, lacking);
        }
    }

    private static void addFault(ComponentConfigurationDTO configuration, List<String> lacking) {
        String name = name(configuration.description);
        switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                lacking.add(name + " waits for "
                        + Arrays.stream(configuration.unsatisfiedReferences)
                                .map(missing -> service(configuration.description, missing))
                                .collect(Collectors.joining(", ")));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                lacking.add(name + " waits for its configuration");
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> lacking.add(name + " did not start, see the log");
            default -> {
                // Works, or will when it is first used.
            }
        }
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        return Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map(ComponentsCheck::interfaceName)
                .findFirst()
                .orElse(missing.name);
    }

    private static String interfaceName(ReferenceDTO reference) {
        return reference.interfaceName.substring(reference.interfaceName.lastIndexOf('.') + 1);
    }

    private static String name(ComponentDescriptionDTO component) {
        return "`" + component.implementationClass.substring(component.implementationClass.lastIndexOf('.') + 1) + "`";
    }
}
