package org.sightline.apps.internal.tokens;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionName;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** What an app may ask for in a scope (docs/concepts.md, "Scopes"). */
final class Scopes {

    private final AppPermissions catalogue;

    Scopes(AppPermissions catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Returns what is left of a scope: names that are not granted fall out of it, so that a permission that was taken back
     * does not keep an app from its others.
     *
     * @param wanted  null for no limit
     * @param granted what the app may use at this moment
     * @return null for no limit
     * @throws ProblemException {@code invalid_scope} for a name that the catalogue does not have for the identity, and
     *     when nothing is left
     */
    @Nullable
    Set<PermissionName> narrowed(@Nullable Set<PermissionName> wanted, Identity identity, Set<PermissionName> granted) {
        if (wanted == null) {
            return null;
        }
        for (PermissionName name : wanted) {
            if (!granted.contains(name)
                    && catalogue
                            .find(name)
                            .flatMap(permission -> permission.use(identity))
                            .isEmpty()) {
                throw invalid("there is no permission `" + name + "` for " + identity.key() + " identity");
            }
        }
        Set<PermissionName> left = wanted.stream().filter(granted::contains).collect(Collectors.toUnmodifiableSet());
        if (left.isEmpty()) {
            throw invalid("the app is granted nothing of what the scope names");
        }
        return left;
    }

    /** The scope cannot be given. */
    static ProblemException invalid(String detail) {
        return Problem.of(ProblemKind.MALFORMED, Codes.INVALID_SCOPE, detail).exception();
    }
}
