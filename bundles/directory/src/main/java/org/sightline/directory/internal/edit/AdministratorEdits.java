package org.sightline.directory.internal.edit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.Expectation;
import org.sightline.directory.Proposal;
import org.sightline.directory.internal.rules.Limits;
import org.sightline.directory.internal.rules.Refusals;
import org.sightline.directory.model.Administrator;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Decides on changes of administrators (docs/concepts.md, "Roles"). */
final class AdministratorEdits {

    private AdministratorEdits() {}

    static Proposal<Administrator> put(
            DirectorySnapshot directory,
            Administrator administrator,
            Expectation<Optional<Administrator>> expectation) {
        UserId user = administrator.user();
        int number = directory.memberNumber(user);
        if (number == DirectorySnapshot.NONE) {
            throw Refusals.unknown("user", user);
        }
        Optional<Administrator> role = directory.administrator(user);
        Refusals.requireExpected(expectation, role);
        @Nullable Administrator present = role.orElse(null);
        if (administrator.equals(present)) {
            return Proposal.nothing(administrator);
        }
        if (!directory.isActive(number)) {
            throw Problem.invalid("/user_id", Codes.INVALID, "user `" + user + "` is not active")
                    .exception();
        }
        if (present == null && directory.administrators().size() >= Limits.ADMINISTRATORS) {
            throw Refusals.tooMany("administrators", Limits.ADMINISTRATORS);
        }
        if (!administrator.primary()) {
            PrimaryAdministrators.requireAnother(directory, user);
        }
        Draft draft = new Draft();
        draft.put(present, administrator);
        return draft.giving(administrator);
    }

    static Proposal<Administrator> remove(
            DirectorySnapshot directory, UserId user, Expectation<Administrator> expectation) {
        Administrator present =
                directory.administrator(user).orElseThrow(() -> Refusals.unknown("administrator", user));
        Refusals.requireExpected(expectation, present);
        PrimaryAdministrators.requireAnother(directory, user);
        Draft draft = new Draft();
        draft.remove(present);
        return draft.giving(present);
    }
}
