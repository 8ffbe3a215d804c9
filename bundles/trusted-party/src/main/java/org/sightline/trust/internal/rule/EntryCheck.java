package org.sightline.trust.internal.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DepartmentId;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.trust.internal.scope.ScopeCheck;
import org.sightline.trust.internal.scope.SharedPart;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/**
 * What is wrong with the entries of a rule before it is saved (docs/concepts.md, "Collaboration rules"). Of the partner's
 * people, those who are not shared and those who do not exist get the same answer.
 */
final class EntryCheck {

    /** How many entries subjects may have, and how many objects. */
    static final int MOST_ENTRIES = 99;

    private final SharedPart ours;
    private final SharedPart theirs;
    private final Subjects storedSubjects;
    private final Targets storedObjects;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    /**
     * Looks at both scopes.
     *
     * @param stored the rule that is replaced, whose entries may stay; null for a new one
     */
    EntryCheck(SharedPart ours, SharedPart theirs, @Nullable CollaborationRule stored) {
        this.ours = ours;
        this.theirs = theirs;
        this.storedSubjects = stored == null ? new Subjects(List.of(), List.of(), List.of()) : stored.subjects();
        this.storedObjects = stored == null ? new Targets(List.of(), List.of()) : stored.objects();
    }

    /**
     * Refuses entries that cannot be saved.
     *
     * @throws ProblemException {@code invalid}; {@code outside_shared_scope} with {@code outside}, the ids
     */
    void require(Subjects subjects, Targets objects) {
        count(
                "/subjects",
                subjects.members().size()
                        + subjects.groups().size()
                        + subjects.departments().size(),
                subjects.departments());
        count("/objects", objects.members().size() + objects.departments().size(), objects.departments());
        if (faults.isEmpty()) {
            checkSubjects(subjects);
            checkObjects(objects);
        }
        if (!faults.isEmpty()) {
            Problem problem = Problem.invalid(faults);
            throw (outside.isEmpty() ? problem : problem.with("outside", List.copyOf(outside))).exception();
        }
    }

    private void count(String pointer, int entries, List<DepartmentId> departments) {
        if (entries < 1 || entries > MOST_ENTRIES) {
            faults.add(
                    new Fault(pointer, Codes.INVALID, "must have 1 to " + MOST_ENTRIES + " entries, not " + entries));
        } else if (entries > 1 && departments.contains(DepartmentId.ROOT)) {
            faults.add(new Fault(
                    pointer + "/department_ids",
                    Codes.INVALID,
                    "department `0` stands for everyone shared; name nothing beside it"));
        }
    }

    private void checkSubjects(Subjects subjects) {
        DirectorySnapshot own = ours.directory();
        check(
                "/subjects/user_ids",
                subjects.members(),
                storedSubjects.members(),
                "member",
                id -> ScopeCheck.isMember(own, id),
                ours::touches);
        check(
                "/subjects/group_ids",
                subjects.groups(),
                storedSubjects.groups(),
                "group",
                id -> own.group(id).isPresent(),
                ours::touches);
        check(
                "/subjects/department_ids",
                subjects.departments(),
                storedSubjects.departments(),
                "department",
                id -> own.departmentNumber(id) != DirectorySnapshot.NONE,
                ours::touches);
    }

    private void checkObjects(Targets objects) {
        check("/objects/user_ids", objects.members(), storedObjects.members(), "member", id -> true, theirs::touches);
        check(
                "/objects/department_ids",
                objects.departments(),
                storedObjects.departments(),
                "department",
                id -> true,
                theirs::touches);
    }

    private <T> void check(
            String pointer, List<T> ids, List<T> stored, String what, Predicate<T> known, Predicate<T> inside) {
        Set<T> mayStay = new HashSet<>(stored);
        for (int at = 0; at < ids.size(); at++) {
            T id = ids.get(at);
            if (mayStay.contains(id) || (known.test(id) && inside.test(id))) {
                continue;
            }
            if (known.test(id)) {
                outside.add(id.toString());
                faults.add(new Fault(
                        pointer + "/" + at,
                        Codes.OUTSIDE_SHARED_SCOPE,
                        "the " + what + " `" + id + "` is not within what is shared"));
            } else {
                faults.add(new Fault(pointer + "/" + at, Codes.INVALID, "there is no " + what + " `" + id + "`"));
            }
        }
    }
}
