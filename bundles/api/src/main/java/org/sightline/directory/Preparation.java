package org.sightline.directory;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gets ready for a tenant's next state before anybody can read it, so that no reader waits for what has to be worked
 * out. The change is durable by then and not acknowledged yet; whoever made it waits. A service of this type is found
 * by itself.
 */
@ConsumerType
@FunctionalInterface
public interface Preparation {

    /** Gets ready; a failure is written to the log, and the state is published all the same. */
    void prepare(TenantSnapshot next);
}
