package org.sightline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.SharingScope;

/**
 * Whom a tenant shares with a trusted party (docs/concepts.md, "Sharing scope"): {@code {"all": true}}, or departments and
 * members.
 *
 * @param all           whether everyone is shared; false when absent, never absent in answers
 * @param departmentIds departments with all below them; nobody when absent, never absent in answers
 * @param userIds       members named one by one; nobody when absent, never absent in answers
 */
public record ShareJson(
        @Nullable Boolean all,
        @Nullable List<@Nullable String> departmentIds,
        @Nullable List<@Nullable String> userIds) {

    /** Returns the form of a scope. */
    public static ShareJson of(SharingScope scope) {
        return new ShareJson(
                scope.all(),
                List.copyOf(
                        scope.departments().stream().map(DepartmentId::value).toList()),
                List.copyOf(scope.members().stream().map(UserId::value).toList()));
    }

    /**
     * Returns the scope this form stands for.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid} with every fault, also when nothing is said at all
     */
    public SharingScope toModel() {
        Faults faults = Faults.none();
        if (all == null && departmentIds == null && userIds == null) {
            faults.missing("all");
        }
        SharingScope scope = read(faults);
        faults.refuseIfAny();
        return scope;
    }

    SharingScope read(Faults faults) {
        List<DepartmentId> departments = faults.list("department_ids", departmentIds, DepartmentId::new);
        List<UserId> members = faults.list("user_ids", userIds, UserId::new);
        if (!Boolean.TRUE.equals(all)) {
            return new SharingScope(false, departments, members);
        }
        if (!(departments.isEmpty() && members.isEmpty())) {
            faults.invalid("all", "`all` stands for everyone; name nobody beside it");
        }
        return SharingScope.EVERYONE;
    }
}
