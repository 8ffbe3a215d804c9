package org.sightline.console.internal;

import java.util.Map;
import org.apache.karaf.jaas.modules.EncryptionService;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.weaving.WeavingHook;

/**
 * Registers what must be there before Karaf's console and its login modules start, which is earlier than Declarative
 * Services run: a login module that has to wait for its hashing holds up the whole boot for ten seconds.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class EarlyRegistration implements BundleActivator {

    /** Registers {@link Argon2Passwords} as {@code argon2} and, where needed, {@link SubjectWeaver}. */
    @Override
    public void start(BundleContext context) {
        context.registerService(
                EncryptionService.class, new Argon2Passwords(), FrameworkUtil.asDictionary(Map.of("name", "argon2")));
        if (SubjectWeaver.isNeeded()) {
            context.registerService(WeavingHook.class, new SubjectWeaver(), null);
        }
    }

    /** Nothing is left to undo. */
    @Override
    public void stop(BundleContext context) {
        // Services go with their bundle.
    }
}
