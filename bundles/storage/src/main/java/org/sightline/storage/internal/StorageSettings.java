package org.sightline.storage.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where tenants are kept: {@code etc/org.sightline.storage.cfg}. */
@ObjectClassDefinition(name = "Sightline storage", description = "The database in which tenants are kept")
public @interface StorageSettings {

    /** JDBC URL of Derby or PostgreSQL; {@code SIGHTLINE_JDBC_URL} wins over it. */
    @AttributeDefinition(
            name = "URL",
            description =
                    "jdbc:derby:<directory>;create=true or jdbc:postgresql://<host>/<database>."
                            + " The environment variables SIGHTLINE_JDBC_URL, _USER and _PASSWORD win over url, user and password")
    String url();

    /** Not looked at for Derby, which has no logins; {@code SIGHTLINE_JDBC_USER} wins over it. */
    @AttributeDefinition(name = "User", description = "Not looked at for Derby, which has no logins")
    String user() default "";

    /** Property {@code .password}, so that it is no service property; {@code SIGHTLINE_JDBC_PASSWORD} wins over it. */
    @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD)
    String _password() default "";

    /** At least 1. */
    @AttributeDefinition(name = "Maximum connections", min = "1")
    int maximum_connections() default 10;

    /** How long a request waits for a connection before it is answered with 503. */
    @AttributeDefinition(name = "Connection timeout in milliseconds", min = "250")
    long connection_timeout_millis() default 5000;

    /** How long PostgreSQL may be silent within a request before its connection is given up; 0 for ever. */
    @AttributeDefinition(
            name = "Answer timeout in milliseconds",
            description = "PostgreSQL only: a request whose statement gets no answer for so long is answered with 503",
            min = "0")
    long answer_timeout_millis() default 30000;

    /** How long to wait before the next try when the database cannot be opened. */
    @AttributeDefinition(name = "Seconds between attempts to open the database", min = "1")
    int retry_seconds() default 5;

    /** How often to ask for what other servers did, in case their news did not come; PostgreSQL only. */
    @AttributeDefinition(name = "Milliseconds between looks for other servers' changes", min = "50")
    long look_again_millis() default 500;
}
