package org.sightline.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of signing in, {@code etc/org.sightline.access.cfg}. Two underscores are one in the file. */
@ObjectClassDefinition(
        name = "Sightline access",
        description = "Passwords and sessions. A change takes effect at once; open sessions stay.")
@interface AccessSettings {

    /** Where the settings are: {@code etc/org.sightline.access.cfg}. */
    String PID = "org.sightline.access";

    @AttributeDefinition(description = "Hours until a session ends, from 1 to 720")
    int session__hours() default 12;

    @AttributeDefinition(description = "Shortest password, in characters, from 1 to 32")
    int password__min__length() default 8;

    @AttributeDefinition(description = "Longest password, in characters, up to 1024")
    int password__max__length() default 256;

    @AttributeDefinition(description = "Memory one password hash takes, in KiB, from 8192")
    int hash__memory__kib() default 32 * 1024;

    @AttributeDefinition(description = "How often a password hash goes over its memory, from 2")
    int hash__iterations() default 2;

    @AttributeDefinition(description = "How many passwords are hashed at the same time; 0 means one for each processor")
    int max__concurrent__hashings() default 0;
}
