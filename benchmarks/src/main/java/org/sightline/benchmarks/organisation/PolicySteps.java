package org.sightline.benchmarks.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/** Policies one after the other, each one rule away from the one before. */
public final class PolicySteps {

    /** No two walks take the same steps. */
    private static final AtomicLong SALT = new AtomicLong();

    private final List<Rule> rules;
    private final RuleMaker maker;
    private final Random random;
    private int made;

    /** Starts with the organisation's own rules. */
    public PolicySteps(Organisation organisation) {
        rules = new ArrayList<>(organisation.state().policy().rules().toList());
        long salt = SALT.incrementAndGet();
        maker = organisation.moreRules(salt);
        random = new Random(salt);
    }

    /** A rule shows what it hid, or the reverse. */
    public VisibilityPolicy flip() {
        int at = random.nextInt(rules.size());
        Rule old = rules.get(at);
        Effect effect = old.effect() == Effect.HIDDEN ? Effect.VISIBLE : Effect.HIDDEN;
        rules.set(at, new Rule(old.id(), old.name(), old.subjects(), old.objects(), effect));
        return Organisation.policy(List.copyOf(rules));
    }

    /** A rule is replaced by one with other subjects and objects. */
    public VisibilityPolicy renew() {
        rules.set(random.nextInt(rules.size()), maker.next("n" + made++));
        return Organisation.policy(List.copyOf(rules));
    }
}
