package org.sightline.channels.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** By which mail server cards go out, {@code etc/org.sightline.mail.cfg}. */
@ObjectClassDefinition(name = "Sightline mail", description = "A change takes effect at once.")
@interface MailSettings {

    /** Where the settings are. */
    String PID = "org.sightline.mail";

    @AttributeDefinition(description = "The mail server; empty for none, and mail waits until there is one")
    String host() default "";

    @AttributeDefinition(description = "Its port: 25, 587 (with starttls), or 465 (with tls)")
    int port() default 25;

    @AttributeDefinition(description = "none, starttls or tls")
    String security() default "none";

    @AttributeDefinition(description = "Who signs in; empty for nobody")
    String user() default "";

    @AttributeDefinition(description = "The password; the dot keeps it out of what consoles show")
    String _password() default "";

    @AttributeDefinition(description = "The sender's address")
    String from() default "sightline@localhost";
}
