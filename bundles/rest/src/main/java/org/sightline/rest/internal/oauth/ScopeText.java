package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.Scope;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sightline.apps.model.PermissionName;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;

/** Reads scopes: names of permissions, separated by spaces. */
final class ScopeText {

    private ScopeText() {}

    /**
     * Returns the permissions that a scope names.
     *
     * @param text null for no scope
     * @return null for no scope
     * @throws ProblemException {@code invalid_scope} for what is no name of a permission
     */
    static @Nullable Set<PermissionName> read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Set<PermissionName> names = new TreeSet<>();
        for (Scope.Value value : Scope.parse(text)) {
            try {
                names.add(new PermissionName(value.getValue()));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(
                        Problem.of(ProblemKind.MALFORMED, Codes.INVALID_SCOPE, "the scope names no permission of ours"),
                        e);
            }
        }
        return names.isEmpty() ? null : names;
    }
}
