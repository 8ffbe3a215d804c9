package org.sightline.shell.internal;

import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.ShellUtil;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Actor;
import org.sightline.audit.ActorKind;

/** Who sits at the console, for the audit log. */
final class ConsoleUser {

    private static final String NAME_IN_SESSION = "USER";

    private ConsoleUser() {}

    /** Returns the user of a session: whoever signed in, else what the session says, else nobody in particular. */
    static Actor of(Session session) {
        Object name = signedIn();
        if (name == null) {
            name = session.get(NAME_IN_SESSION);
        }
        return new Actor(ActorKind.CONSOLE, name == null ? "console" : name.toString());
    }

    /** Unlike the session's variable this cannot be typed over. */
    private static @Nullable String signedIn() {
        try {
            return ShellUtil.getCurrentUserName();
        } catch (UnsupportedOperationException javaHasNoSuchThingAnyMore) {
            return null;
        }
    }
}
