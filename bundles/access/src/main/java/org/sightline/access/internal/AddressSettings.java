package org.sightline.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How this server is reached, {@code etc/org.sightline.address.cfg}. Two underscores are one in the file. */
@ObjectClassDefinition(name = "Sightline address", description = "How others reach this server.")
@interface AddressSettings {

    /** Where the settings are. */
    String PID = "org.sightline.address";

    @AttributeDefinition(description = "Base of links that the server hands out; empty for one made of host and port")
    String public__url() default "";

    @AttributeDefinition(description = "Host for links when public_url is empty")
    String http__host() default "127.0.0.1";

    @AttributeDefinition(description = "Port for links when public_url is empty")
    int http__port() default 8181;
}
