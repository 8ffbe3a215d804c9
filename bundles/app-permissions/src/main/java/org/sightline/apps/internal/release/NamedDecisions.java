package org.sightline.apps.internal.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sightline.apps.model.AppPermission;
import org.sightline.apps.model.AppVersion;
import org.sightline.apps.model.Identity;
import org.sightline.apps.model.PermissionDecision;
import org.sightline.problem.Codes;
import org.sightline.problem.Fault;
import org.sightline.problem.Problem;

/** Which of a version's waiting permissions an administrator means. */
final class NamedDecisions {

    private static final String BETWEEN = "@";

    private NamedDecisions() {}

    /**
     * Returns them.
     *
     * @param names empty for all; else a permission by name, {@code name@app} or {@code name@user}
     * @throws org.sightline.problem.ProblemException {@code invalid} for a name that the version does not ask for;
     *     {@code already_decided} for one that no longer waits
     */
    static Set<AppPermission> waiting(AppVersion version, List<String> names) {
        Set<AppPermission> waiting = new LinkedHashSet<>();
        if (names.isEmpty()) {
            version.decisions().stream()
                    .filter(PermissionDecision::isPending)
                    .forEach(decision -> waiting.add(decision.permission()));
            return waiting;
        }
        List<Fault> faults = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            List<PermissionDecision> meant =
                    version.decisions().stream().filter(meantBy(name)).toList();
            if (meant.isEmpty()) {
                faults.add(SubmissionCheck.fault("/names/" + at, "the version does not ask for `" + name + "`"));
            } else if (meant.stream().noneMatch(PermissionDecision::isPending)) {
                settled.add(name);
            }
            meant.stream()
                    .filter(PermissionDecision::isPending)
                    .forEach(decision -> waiting.add(decision.permission()));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        if (!settled.isEmpty()) {
            throw Problem.conflict(Codes.ALREADY_DECIDED, "no longer waiting: `" + String.join("`, `", settled) + "`")
                    .exception();
        }
        return waiting;
    }

    private static Predicate<PermissionDecision> meantBy(String name) {
        return decision -> {
            String full = decision.permission().name().value();
            Identity identity = decision.permission().identity();
            return name.equals(full) || name.equals(full + BETWEEN + identity.key());
        };
    }
}
