package org.sightline.health;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Looks whether a part of the server works. Register an implementation as an OSGi service. It may take a second; one
 * that takes longer or throws counts as down.
 */
@ConsumerType
public interface HealthCheck {

    /** Returns the name of the part, such as {@code store}. */
    String part();

    /** Looks. The detail is shown to anybody, so it names nobody's people and no tenant. */
    Health look();
}
