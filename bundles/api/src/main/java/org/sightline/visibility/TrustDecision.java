package org.sightline.visibility;

import java.util.List;
import java.util.Locale;
import org.sightline.visibility.model.RuleId;

/**
 * An answer across a trust with what led to it.
 *
 * @param find   whether the viewer may find the target by search
 * @param browse whether the viewer sees the target in the structure
 * @param rules the collaboration rules that join the two; empty unless {@link Check#RULE} holds
 * @param explanation the decision in words
 * @param checks all that must hold, in the order of {@link Check}
 */
public record TrustDecision(boolean find, boolean browse, List<RuleId> rules, String explanation, List<Result> checks) {

    /** Takes copies of the lists. */
    public TrustDecision {
        rules = List.copyOf(rules);
        checks = List.copyOf(checks);
    }

    /** What must hold so that somebody sees somebody across a trust. */
    public enum Check {
        /** The two tenants trust each other. */
        RELATION_ACTIVE,
        /** The viewer is an active member. */
        SUBJECT_ACTIVE,
        /** The viewer is in the own tenant's sharing scope. */
        SUBJECT_IN_OUR_SCOPE,
        /** The target is an active member in the partner's sharing scope. */
        OBJECT_IN_THEIR_SCOPE,
        /** A collaboration rule of the own tenant names the viewer as subject and the shared target as object. */
        RULE,
        /** The partner lets us find. */
        FIND,
        /** The partner lets us browse. */
        BROWSE;

        /** Returns the word used in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The result of one check.
     *
     * @param check which
     * @param holds whether it holds
     */
    public record Result(Check check, boolean holds) {}
}
