package org.sightline.resources.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the telling of events, {@code etc/org.sightline.events.cfg}. Two underscores are one in the file. */
@ObjectClassDefinition(name = "Sightline events", description = "Events on their way to apps.")
public @interface EventSettings {

    /** Where the settings are. */
    String PID = "org.sightline.events";

    /** The first pause. */
    @AttributeDefinition(description = "Milliseconds until an event that failed is tried again; doubles up to an hour")
    int first__retry__millis() default 10_000;

    /** When to stop trying. */
    @AttributeDefinition(description = "Hours after which an event that keeps failing is given up, from 1")
    int give__up__hours() default 24;

    /** How long the log stays. */
    @AttributeDefinition(description = "Days that the log of deliveries is kept, from 1")
    int keep__days() default 7;

    /** How many at once. */
    @AttributeDefinition(description = "How many events are being told at the same time, from 2")
    int most__at__once() default 128;
}
