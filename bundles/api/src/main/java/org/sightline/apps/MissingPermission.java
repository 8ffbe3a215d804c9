package org.sightline.apps;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemKind;

/** The refusal of an app that has none of the permissions it takes (docs/concepts.md, "What permissions open"). */
public final class MissingPermission {

    private MissingPermission() {}

    /**
     * Returns the refusal.
     *
     * @param names of which one would be enough
     */
    public static Problem of(Identity identity, List<PermissionName> names) {
        List<String> missing = names.stream().map(PermissionName::value).toList();
        String listed = missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
        String who = identity == Identity.APP ? "the app as itself" : "the app for a member";
        return Problem.of(
                        ProblemKind.FORBIDDEN,
                        Codes.PERMISSION_MISSING,
                        who + " needs " + listed
                                + "; it must be granted to the app, and asked for together with the token")
                .with("missing_permissions", missing);
    }
}
