package org.sightline.console;

import java.security.AccessControlContext;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The subject on whose behalf a console thread runs. Up to Java 22 it travelled with the access control context, and
 * threads inherited it; Java 23 took that away, so it travels with the thread itself, in the same way.
 */
@SuppressWarnings("removal")
public final class ConsoleSubject {

    private static final InheritableThreadLocal<@Nullable Subject> CURRENT = new InheritableThreadLocal<>();

    private ConsoleSubject() {}

    /**
     * Stands for {@code Subject.getSubject}.
     *
     * @param context not looked at: it no longer knows
     * @return the subject of this thread, null outside of any
     */
    public static @Nullable Subject getSubject(@Nullable AccessControlContext context) {
        return CURRENT.get();
    }

    /** Stands for Karaf's {@code JaasHelper.doAs}: runs the action, and threads it starts, as that subject. */
    public static <T> T doAs(@Nullable Subject subject, PrivilegedAction<T> action) {
        Subject before = CURRENT.get();
        CURRENT.set(subject);
        try {
            return action.run();
        } finally {
            CURRENT.set(before);
        }
    }

    /**
     * The same for an action that may fail.
     *
     * @throws PrivilegedActionException around the action's checked exception
     */
    public static <T> T doAs(@Nullable Subject subject, PrivilegedExceptionAction<T> action)
            throws PrivilegedActionException {
        Subject before = CURRENT.get();
        CURRENT.set(subject);
        try {
            return action.run();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new PrivilegedActionException(checked);
        } finally {
            CURRENT.set(before);
        }
    }
}
