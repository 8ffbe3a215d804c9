package org.sightline.benchmarks.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.RuleMaker;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.VisibilityPolicy;

/** The next policy, one rule away from the present one, drawn before it is measured. */
@State(Scope.Thread)
public class ChangingRules {

    private final List<Rule> rules = new ArrayList<>();
    private Random random = new Random(0);
    private RuleMaker maker = Organisation.of(1, org.sightline.benchmarks.organisation.Shape.TYPICAL, 0)
            .moreRules(1);
    private int made;

    VisibilityPolicy flipped = VisibilityPolicy.DEFAULT;
    VisibilityPolicy renewed = VisibilityPolicy.DEFAULT;
    int viewer;
    int target;

    /** Starts with the organisation's own rules. */
    @Setup(Level.Trial)
    public void start(OneOrganisation organisation) {
        rules.clear();
        rules.addAll(organisation.snapshot.policy().rules().toList());
        random = new Random(organisation.seed);
        maker = organisation.organisation.moreRules(1);
    }

    /** Draws the next ones. */
    @Setup(Level.Invocation)
    public void draw(OneOrganisation organisation) {
        int at = random.nextInt(rules.size());
        Rule old = rules.get(at);
        flipped = with(at, new Rule(old.id(), old.name(), old.subjects(), old.objects(), opposite(old.effect())));
        renewed = with(at, maker.next("n" + made++));
        int pair = random.nextInt(organisation.pairs.count());
        viewer = organisation.pairs.viewer(pair);
        target = organisation.pairs.target(pair);
    }

    private VisibilityPolicy with(int at, Rule rule) {
        List<Rule> changed = new ArrayList<>(rules);
        changed.set(at, rule);
        return Organisation.policy(changed);
    }

    private static Effect opposite(Effect effect) {
        return effect == Effect.HIDDEN ? Effect.VISIBLE : Effect.HIDDEN;
    }

    /** Goes on from a policy that is in force now. */
    void accept(VisibilityPolicy policy) {
        rules.clear();
        rules.addAll(policy.rules().toList());
    }
}
