package org.sightline.shell.internal;

import org.apache.karaf.shell.api.console.Session;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;

/** Who sits at the console, for the audit log. */
final class ConsoleUser {

    private static final String NAME_IN_SESSION = "USER";

    private ConsoleUser() {}

    /** Returns the user of a session: whoever signed in, else whoever started the server at its terminal. */
    static Actor of(Session session) {
        Object name = session.get(NAME_IN_SESSION);
        return new Actor(ActorKind.CONSOLE, name == null ? "console" : name.toString());
    }
}
