package org.sightline.benchmarks.organisation;

import java.util.List;
import java.util.Random;
import org.sightline.directory.model.GroupId;
import org.sightline.visibility.model.Effect;
import org.sightline.visibility.model.Rule;
import org.sightline.visibility.model.RuleId;
import org.sightline.visibility.model.Subjects;
import org.sightline.visibility.model.Targets;

/** Makes rules of one shape of organisation, one after the other. */
public final class RuleMaker {

    private final Shape shape;
    private final int members;
    private final int groups;
    private final Tree tree;
    private final Random random;

    RuleMaker(Shape shape, int members, int groups, Tree tree, Random random) {
        this.shape = shape;
        this.members = members;
        this.groups = groups;
        this.tree = tree;
        this.random = random;
    }

    /** Returns a rule that was not there before. */
    public Rule next(String id) {
        Effect effect = random.nextBoolean() ? Effect.VISIBLE : Effect.HIDDEN;
        return shape == Shape.WORST
                ? new Rule(
                        new RuleId(id), null, aGroup(), new Targets(List.of(), List.of(Tree.id(aLargeOne()))), effect)
                : new Rule(new RuleId(id), null, someSubject(), someObject(), effect);
    }

    private int aLargeOne() {
        return random.nextInt(4) == 0 ? 0 : tree.large(random);
    }

    private Subjects aGroup() {
        return new Subjects(List.of(), List.of(new GroupId("g" + random.nextInt(groups))), List.of());
    }

    private Subjects someSubject() {
        int kind = random.nextInt(10);
        if (kind < 3) {
            return new Subjects(List.of(People.id(random.nextInt(members))), List.of(), List.of());
        }
        return kind < 7 ? aGroup() : new Subjects(List.of(), List.of(), List.of(Tree.id(tree.anywhere(random))));
    }

    private Targets someObject() {
        return random.nextInt(10) < 3
                ? new Targets(List.of(People.id(random.nextInt(members))), List.of())
                : new Targets(List.of(), List.of(Tree.id(tree.anywhere(random))));
    }
}
