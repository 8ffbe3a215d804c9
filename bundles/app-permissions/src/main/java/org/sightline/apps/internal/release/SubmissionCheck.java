package org.sightline.apps.internal.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.Submission;
import org.sightline.apps.Submission.RequestedPermission;
import org.sightline.apps.internal.approval.CatalogueCheck;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;

/** What is wrong with a submission, whatever the tenant's state; pointers lead into its JSON form. */
final class SubmissionCheck {

    /** The events an app can ask to hear of. */
    static final Set<String> EVENTS = Set.of(
            "user.created",
            "user.updated",
            "user.deleted",
            "department.created",
            "department.updated",
            "department.deleted",
            "resource.created",
            "resource.updated",
            "resource.deleted");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int MOST_PERMISSIONS = 5_000;
    private static final int LONGEST_REASON = 1_000;

    private SubmissionCheck() {}

    static List<Fault> faults(Submission submission, AppPermissions catalogue) {
        List<Fault> faults = new ArrayList<>();
        if (!VERSION.matcher(submission.version()).matches()) {
            faults.add(fault("/version", "must be 1 to 64 characters out of letters, digits, `_`, `.` and `-`"));
        }
        permissions(submission.permissions(), catalogue, faults);
        for (int at = 0; at < submission.events().size(); at++) {
            if (!EVENTS.contains(submission.events().get(at))) {
                faults.add(fault(
                        "/events/" + at,
                        "there is no event `" + submission.events().get(at) + "`; there are "
                                + String.join(", ", EVENTS.stream().sorted().toList())));
            }
        }
        return faults;
    }

    private static void permissions(
            List<RequestedPermission> permissions, AppPermissions catalogue, List<Fault> faults) {
        if (permissions.size() > MOST_PERMISSIONS) {
            faults.add(fault("/permissions", "a version asks for at most " + MOST_PERMISSIONS + " permissions"));
            return;
        }
        for (int at = 0; at < permissions.size(); at++) {
            RequestedPermission asked = permissions.get(at);
            String pointer = "/permissions/" + at;
            faults.addAll(CatalogueCheck.faults(catalogue, asked.permission(), pointer));
            @Nullable String reason = asked.reason();
            if (reason != null && reason.length() > LONGEST_REASON) {
                faults.add(fault(pointer + "/reason", "must have at most " + LONGEST_REASON + " characters"));
            }
        }
    }

    static Fault fault(String pointer, String detail) {
        return new Fault(pointer, Codes.INVALID, detail);
    }
}
