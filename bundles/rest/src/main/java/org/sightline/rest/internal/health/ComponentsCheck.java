package org.sightline.rest.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
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
        List<Lack> lacks = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            if (bundle.getState() == Bundle.INSTALLED) {
                String sentence = "bundle `" + name + "` lacks a package or a capability";
                if (name.startsWith(OWN)) {
                    lacks.add(Lack.of(sentence));
                } else {
                    strangers.add(sentence);
                }
            } else if (name.startsWith(OWN)) {
                components.getComponentDescriptionDTOs(bundle).forEach(component -> addLacks(component, lacks));
            }
        }
        if (!lacks.isEmpty()) {
            return Health.down(String.join("; ", Lack.causes(lacks)));
        }
        return strangers.isEmpty() ? Health.UP : Health.degraded(String.join("; ", strangers));
    }

    private void addLacks(ComponentDescriptionDTO component, List<Lack> lacks) {
        if (!components.isComponentEnabled(component)) {
            return;
        }
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty() && NEEDS_CONFIGURATION.equals(component.configurationPolicy)) {
            lacks.add(Lack.of(
                    name(component) + " waits for its configuration " + String.join(", ", component.configurationPid)));
        }
        configurations.forEach(configuration -> addLack(configuration, lacks));
    }

    private static void addLack(ComponentConfigurationDTO configuration, List<Lack> lacks) {
        ComponentDescriptionDTO component = configuration.description;
        switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                lacks.add(new Lack(
                        name(component) + " waits for ",
                        Set.of(component.serviceInterfaces),
                        Arrays.stream(configuration.unsatisfiedReferences)
                                .map(missing -> service(component, missing))
                                .collect(Collectors.toCollection(TreeSet::new))));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                lacks.add(Lack.of(name(component) + " waits for its configuration"));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                lacks.add(Lack.of(name(component) + " did not start" + Failure.words(configuration.failure)));
            default -> {
                // Works, or will when it is first used.
            }
        }
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        return Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
    }

    private static String name(ComponentDescriptionDTO component) {
        return "`" + Lack.simple(component.implementationClass) + "`";
    }
}
