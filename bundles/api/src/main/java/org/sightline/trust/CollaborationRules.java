package org.sightline.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.Committed;
import org.sightline.directory.Expectation;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;
import org.sightline.trust.model.CollaborationRule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Which own members see which of a partner's (docs/concepts.md, "Collaboration rules"). */
@ProviderType
public interface CollaborationRules {

    /**
     * Lists the rules towards a partner in the order in which they were made.
     *
     * @param words the exact id of an entry, or what its name begins with; null for all rules
     * @throws org.sightline.problem.ProblemException {@code not_found} without a relation
     */
    List<RuleView> towards(TenantSnapshot own, TenantKey partner, @Nullable String words);

    /**
     * Returns one rule.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}
     */
    RuleView one(TenantSnapshot own, TenantKey partner, RuleId id);

    /**
     * Adds a rule.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found} without a relation, {@code duplicate_id},
     *     {@code limit_exceeded}, {@code invalid}, {@code outside_shared_scope}
     */
    Committed<RuleView> add(
            TenantKey tenant, Actor actor, TenantKey partner, RuleId id, Subjects subjects, Targets objects);

    /**
     * Replaces a rule; what it already names may stay.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code revision_mismatch}, {@code invalid},
     *     {@code outside_shared_scope}
     */
    Committed<RuleView> replace(
            TenantKey tenant,
            Actor actor,
            TenantKey partner,
            RuleId id,
            Subjects subjects,
            Targets objects,
            Expectation<RuleView> expectation);

    /**
     * Removes a rule.
     *
     * @throws org.sightline.problem.ProblemException {@code not_found}, {@code revision_mismatch}
     */
    Committed<CollaborationRule> remove(
            TenantKey tenant, Actor actor, TenantKey partner, RuleId id, Expectation<RuleView> expectation);
}
