package org.sightline.rest.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the REST interface, {@code etc/org.sightline.rest.cfg}; two underscores stand for one in the file. */
@ObjectClassDefinition(name = "Sightline REST")
public @interface RestSettings {

    /** Where the settings lie. */
    String PID = "org.sightline.rest";

    /** Requests a second and caller. */
    @AttributeDefinition(description = "requests a second and caller; 0 for no limit")
    int rate__limit__per__second() default 1000;

    /** Bytes of a body. */
    @AttributeDefinition(description = "how many bytes a body may have, imports excepted")
    long body__limit__bytes() default 4L << 20;

    /** Bytes of an import. */
    @AttributeDefinition(description = "how many bytes the body of an import may have")
    long import__limit__bytes() default 1L << 30;

    /** Where imports wait. */
    @AttributeDefinition(
            description = "folder for imports that wait for their turn; empty for the machine's temporary folder")
    String spool__folder() default "";

    /** Whom to ask for more than the plan allows. */
    @AttributeDefinition(description = "whom to ask for more than the plan allows; refusals by plan or quota say so")
    String upgrade__contact() default "the operator of this server";

    /** Whether the metrics need no token on this machine. */
    @AttributeDefinition(
            description = "whether /metrics needs no token when asked from this machine without a proxy between;"
                    + " `false` when the line is missing")
    boolean metrics__open__on__loopback() default false;

    /** Whoever sends it may look at the metrics. */
    @AttributeDefinition(
            description = "a token of at least 32 characters that is good for /metrics only, beside the operator's;"
                    + " empty for none",
            type = AttributeType.PASSWORD)
    String _metrics__token() default "";
}
