package org.sightline.notifications.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the notifications, {@code etc/org.sightline.notifications.cfg}. Two underscores are one in the file. */
@ObjectClassDefinition(name = "Sightline notifications")
public @interface NotificationSettings {

    /** Where the settings are. */
    String PID = "org.sightline.notifications";

    /** How long a channel may take. */
    @AttributeDefinition(description = "Seconds a channel may take for one card, from 1 to 300")
    int delivery__limit__seconds() default 10;

    /** The first pause. */
    @AttributeDefinition(description = "Seconds until a failed delivery is tried again; doubles up to an hour")
    int first__retry__seconds() default 10;

    /** When to stop trying. */
    @AttributeDefinition(description = "Hours after which a delivery that keeps failing is given up, from 1")
    int give__up__hours() default 24;

    /** How long cards stay. */
    @AttributeDefinition(description = "Days that cards are kept, from 1")
    int keep__days() default 365;
}
