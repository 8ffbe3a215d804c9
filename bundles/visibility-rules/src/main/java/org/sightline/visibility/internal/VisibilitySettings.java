package org.sightline.visibility.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the visibility rules, {@code etc/org.sightline.visibility.cfg}. Two underscores are one in the file. */
@ObjectClassDefinition(
        name = "Sightline visibility",
        description = "Main rules of vendors and the memory of decisions. A change takes effect at once.")
public @interface VisibilitySettings {

    /** Where the settings are: {@code etc/org.sightline.visibility.cfg}. */
    String PID = "org.sightline.visibility";

    /** How long a main rule may take. */
    @AttributeDefinition(
            description = "Milliseconds a main rule may take to work out who sees whom in one tenant, from 100")
    int main__rule__limit__millis() default 10_000;

    /** How much memory decisions may take. */
    @AttributeDefinition(
            description = "Bytes that remembered decisions of rules may take for each state of a tenant, from 10000")
    int remembered__decision__bytes() default 128_000_000;
}
