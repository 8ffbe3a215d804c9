package org.sightline.trust.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings, {@code etc/org.sightline.trustedparty.cfg}; two underscores stand for one in the file. */
@ObjectClassDefinition(name = "Sightline trusted parties")
public @interface TrustedPartySettings {

    /** Where the settings lie. */
    String PID = "org.sightline.trustedparty";

    /** How long a vendor's policy may think. */
    @AttributeDefinition(description = "milliseconds that a policy of a vendor may take for one answer")
    int policy__limit__millis() default 5000;
}
