package org.sightline.directory.internal.edit;

import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** A tenant that has an active primary administrator keeps one (docs/concepts.md, "Roles"). */
public final class PrimaryAdministrators {

    private PrimaryAdministrators() {}

    /**
     * Goes on only if a member may stop being an active primary administrator, or is not one.
     *
     * @throws org.sightline.problem.ProblemException {@code last_primary_admin}
     */
    static void requireAnother(DirectorySnapshot directory, UserId leaving) {
        boolean isOne = false;
        boolean hasAnother = false;
        for (Administrator administrator : directory.administrators()) {
            if (isActive(administrator, directory)) {
                boolean same = administrator.user().equals(leaving);
                isOne |= same;
                hasAnother |= !same;
            }
        }
        if (isOne && !hasAnother) {
            throw Problem.conflict(
                            Codes.LAST_PRIMARY_ADMIN,
                            "`" + leaving + "` is the last active primary administrator; name another one first")
                    .exception();
        }
    }

    /** Whether this is a primary administrator who can act. */
    public static boolean isActive(Administrator administrator, DirectorySnapshot directory) {
        int number = directory.memberNumber(administrator.user());
        return administrator.primary() && number != DirectorySnapshot.NONE && directory.isActive(number);
    }
}
