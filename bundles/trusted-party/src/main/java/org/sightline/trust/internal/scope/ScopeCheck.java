package org.sightline.trust.internal.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.MemberStatus;
import org.sightline.directory.model.UserId;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.trust.model.SharingScope;

/** What is wrong with a sharing scope before it is saved. What is named already may stay although it is gone. */
public final class ScopeCheck {

    /** Departments and members together; a department says more with less. */
    public static final int MOST_ENTRIES = 5_000;

    private ScopeCheck() {}

    /**
     * Lists what is wrong.
     *
     * @param pointer JSON Pointer to the scope; empty for the top
     * @param present the scope it replaces
     */
    public static List<Fault> faults(
            String pointer, SharingScope wanted, SharingScope present, DirectorySnapshot directory) {
        List<Fault> faults = new ArrayList<>();
        int entries = wanted.departments().size() + wanted.members().size();
        if (entries > MOST_ENTRIES) {
            faults.add(new Fault(
                    pointer,
                    Codes.INVALID,
                    "a sharing scope has at most " + MOST_ENTRIES + " entries, this one has " + entries
                            + "; name departments instead of their members"));
            return faults;
        }
        addUnknown(
                faults,
                pointer + "/department_ids",
                "department",
                wanted.departments(),
                new HashSet<>(present.departments()),
                id -> directory.departmentNumber(id) != DirectorySnapshot.NONE);
        addUnknown(
                faults,
                pointer + "/user_ids",
                "member",
                wanted.members(),
                new HashSet<>(present.members()),
                id -> isMember(directory, id));
        return faults;
    }

    /** Whether there is a member with this id who is not deleted. */
    public static boolean isMember(DirectorySnapshot directory, UserId id) {
        int member = directory.memberNumber(id);
        return member != DirectorySnapshot.NONE && directory.member(member).status() != MemberStatus.DELETED;
    }

    private static <T> void addUnknown(
            List<Fault> faults, String pointer, String what, List<T> ids, Set<T> mayStay, Predicate<T> known) {
        for (int at = 0; at < ids.size(); at++) {
            T id = ids.get(at);
            if (!mayStay.contains(id) && !known.test(id)) {
                faults.add(new Fault(pointer + "/" + at, Codes.INVALID, "there is no " + what + " `" + id + "`"));
            }
        }
    }
}
