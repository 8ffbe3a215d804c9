package org.sightline.rest.internal.operator;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Says which bundle a service comes from. */
@Component(service = ServiceBundles.class)
public final class ServiceBundles {

    private final BundleContext context;

    /** Looks into the framework. */
    @Activate
    public ServiceBundles(BundleContext context) {
        this.context = context;
    }

    /** Returns symbolic name and version; empty for a service that is gone by now. */
    String of(long serviceId) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(service.id=" + serviceId + ")");
            Bundle bundle = found == null ? null : found[0].getBundle();
            return bundle == null ? "" : bundle.getSymbolicName() + " " + bundle.getVersion();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a number makes no filter wrong", e);
        }
    }
}
