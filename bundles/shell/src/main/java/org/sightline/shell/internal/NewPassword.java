package org.sightline.shell.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.apache.karaf.shell.api.console.Session;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Gets a password for somebody new. It is never an argument: arguments end up in histories and logs. */
final class NewPassword {

    private static final int RANDOM_BYTES = 18;

    private NewPassword() {}

    /**
     * Returns a new password.
     *
     * @param generated whether to make one up instead of asking for it twice
     */
    static String of(Session session, boolean generated) throws IOException {
        if (generated) {
            byte[] bytes = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
        String first = session.readLine("Password of the administrator: ", '*');
        String second = session.readLine("Once more: ", '*');
        if (!first.equals(second)) {
            throw Problem.invalid("/primary_admin/password", Codes.INVALID, "the two passwords are not the same")
                    .exception();
        }
        return first;
    }
}
