package org.sightline.apps.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the operator decides about apps: {@code etc/org.sightline.apps.cfg}. */
@ObjectClassDefinition(name = "Sightline apps")
public @interface AppSettings {

    /** Where the settings come from. */
    String PID = "org.sightline.apps";

    /** Returns the operator's own file. */
    @AttributeDefinition(
            name = "Catalogue file",
            description = "A tab-separated file of further permissions; empty for none. See the bundle's README.")
    String catalogue_file() default "";

    /** Returns whether events may go to private and loopback addresses. */
    @AttributeDefinition(
            name = "Private event addresses",
            description = "Whether events may go to private and loopback addresses; only where no untrusted"
                    + " developer can register an app")
    boolean event_allow_private() default false;

    /** Returns how long a vendor's approval policy may think, in milliseconds. */
    @AttributeDefinition(
            name = "Time limit of approval policies",
            description = "Milliseconds that a vendor's approval policy may take for all permissions of a version")
    int approval_policy_limit_millis() default 2_000;

    /** Returns how long a refresh token lasts that nobody uses, in days. */
    @AttributeDefinition(
            name = "Lifetime of refresh tokens",
            description = "Days until a refresh token ends that was not used, from 1 to 365; each use begins anew")
    int refresh_token_days() default 30;
}
