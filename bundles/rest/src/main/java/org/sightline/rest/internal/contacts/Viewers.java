package org.sightline.rest.internal.contacts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Caller;
import org.sightline.directory.Changes;
import org.sightline.directory.Proposal;
import org.sightline.directory.model.AdminPermission;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.answer.Call;
import org.sightline.rest.internal.answer.Query;

/** Through whose eyes a request looks: the caller's own, or with {@code as} those of somebody else (docs/api.md, "Looking as somebody else"). */
final class Viewers {

    static final String AS = "as";

    private static final String ACTION = "contacts.view_as";

    private final Changes changes;

    Viewers(Changes changes) {
        this.changes = changes;
    }

    /**
     * Returns the viewer's number. Looking as somebody else is written down before anything is shown.
     *
     * @param as null for the caller
     */
    int of(Call call, DirectorySnapshot directory, @Nullable String as) {
        if (as == null) {
            return directory.memberNumber(self(call.caller()));
        }
        if (!(call.caller() instanceof Caller.User caller) || !caller.may(AdminPermission.MEMBER_PERMISSIONS)) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            Codes.FORBIDDEN,
                            "`" + AS + "` is for an administrator with `member_permissions` only")
                    .exception();
        }
        UserId viewer = Query.value(AS, as, UserId::new);
        int number = viewer == null ? DirectorySnapshot.NONE : directory.memberNumber(viewer);
        if (viewer == null || number == DirectorySnapshot.NONE) {
            throw Query.invalid(AS, "there is no user `" + as + "`").exception();
        }
        changes.note(
                call.tenant(),
                call.actor(),
                new Proposal.AuditNote(ACTION, "user", viewer.value(), null, Map.of("path", call.path())));
        return number;
    }

    private static UserId self(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user.user();
        }
        if (caller instanceof Caller.Delegate delegate) {
            return delegate.user();
        }
        throw new IllegalStateException("only members have contacts");
    }
}
