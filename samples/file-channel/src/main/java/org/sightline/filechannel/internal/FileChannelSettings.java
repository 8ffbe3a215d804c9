package org.sightline.filechannel.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the lines go, {@code etc/org.sightline.filechannel.cfg}. */
@ObjectClassDefinition(name = "Sightline sample: file channel")
@interface FileChannelSettings {

    /** Where the settings are. */
    String PID = "org.sightline.filechannel";

    @AttributeDefinition(description = "The file; it and its folder are made when they are not there")
    String file() default "cards.log";
}
