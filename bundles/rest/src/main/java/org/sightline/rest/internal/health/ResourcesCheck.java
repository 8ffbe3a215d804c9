package org.sightline.rest.internal.health;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.jakartars.whiteboard.JakartarsWhiteboardConstants;
import org.sightline.health.Health;
import org.sightline.health.HealthCheck;

/** Looks whether every resource that is registered is also reachable, which takes a moment longer. */
@Component
public final class ResourcesCheck implements HealthCheck {

    private static final String RESOURCES = "(" + JakartarsWhiteboardConstants.JAKARTA_RS_RESOURCE + "=true)";

    private final BundleContext context;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable JakartarsServiceRuntime runtime;

    /** Creates the check. */
    @Activate
    public ResourcesCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public String part() {
        return "rest";
    }

    @Override
    public Health look() {
        JakartarsServiceRuntime whiteboard = runtime;
        if (whiteboard == null) {
            return Health.down("no REST interface is running");
        }
        Set<Long> reachable = Arrays.stream(whiteboard.getRuntimeDTO().defaultApplication.resourceDTOs)
                .map(resource -> resource.serviceId)
                .collect(Collectors.toSet());
        List<String> missing = registered()
                .filter(resource -> !reachable.contains((Long) resource.getProperty(Constants.SERVICE_ID)))
                .map(ResourcesCheck::name)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            return Health.down("not reachable yet: " + String.join(", ", missing));
        }
        return reachable.isEmpty() ? Health.down("no resource is reachable") : Health.UP;
    }

    private Stream<ServiceReference<?>> registered() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, RESOURCES);
            return found == null ? Stream.empty() : Arrays.stream(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter is wrong", e);
        }
    }

    private static String name(ServiceReference<?> resource) {
        return Lack.simple(((String[]) resource.getProperty(Constants.OBJECTCLASS))[0]);
    }
}
