package org.sightline.console.internal;

import java.util.Map;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * Registers the hashing before Karaf's login modules start, which is earlier than Declarative Services run: a login
 * module that has to wait for it holds up the whole boot for ten seconds.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class EarlyRegistration implements BundleActivator {

    /** Registers {@link Argon2Passwords} under the name {@code argon2}; the framework unregisters it. */
    @Override
    public void start(BundleContext context) {
        context.registerService(
                EncryptionService.class, new Argon2Passwords(), FrameworkUtil.asDictionary(Map.of("name", "argon2")));
    }

    /** Nothing is left to undo. */
    @Override
    public void stop(BundleContext context) {
        // The service goes with its bundle.
    }
}
