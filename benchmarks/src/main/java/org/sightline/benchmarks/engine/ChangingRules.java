package org.sightline.benchmarks.engine;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.PolicySteps;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.visibility.model.VisibilityPolicy;

/** The next policy, one rule away from the present one, drawn before it is measured. */
@State(Scope.Thread)
public class ChangingRules {

    private PolicySteps flips = new PolicySteps(Organisation.of(1, Shape.TYPICAL, 0));
    private PolicySteps renewals = flips;
    private int drawn;

    VisibilityPolicy flipped = VisibilityPolicy.DEFAULT;
    VisibilityPolicy renewed = VisibilityPolicy.DEFAULT;
    VisibilityPolicy proposed = VisibilityPolicy.DEFAULT;
    int viewer;
    int target;

    /** Starts with the organisation's own rules. */
    @Setup(Level.Trial)
    public void start(OneOrganisation organisation) {
        flips = new PolicySteps(organisation.organisation);
        renewals = new PolicySteps(organisation.organisation);
    }

    /** Draws the next ones. */
    @Setup(Level.Invocation)
    public void draw(OneOrganisation organisation) {
        flipped = flips.flip();
        renewed = renewals.renew();
        proposed = new PolicySteps(organisation.organisation).renew();
        viewer = organisation.pairs.viewer(drawn);
        target = organisation.pairs.target(drawn++);
    }
}
