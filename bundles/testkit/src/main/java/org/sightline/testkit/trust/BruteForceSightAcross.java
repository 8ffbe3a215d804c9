package org.sightline.testkit.trust;

import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.UserId;
import org.sightline.trust.model.FieldGrants;
import org.sightline.visibility.DirectorySight;
import org.sightline.visibility.SightAcross;
import org.sightline.visibility.TrustDecision;

/** Sight across a trust for tests of other rooms: asks the brute-force evaluator. */
public final class BruteForceSightAcross implements SightAcross {

    private final BruteForceAcross judge;
    private final BruteForceSight structure;
    private final BruteForceSight findable;

    /** Looks from one tenant at another one. */
    public BruteForceSightAcross(TenantSnapshot own, TenantSnapshot partner, BruteForceAcross judge) {
        this.judge = judge;
        structure = new BruteForceSight(own.directory(), partner.directory(), judge.structure());
        findable = new BruteForceSight(own.directory(), partner.directory(), judge.findable());
    }

    @Override
    public boolean finds(int viewer, int target) {
        return findable.sees(viewer, target);
    }

    @Override
    public boolean browses(int viewer, int target) {
        return structure.sees(viewer, target);
    }

    @Override
    public int[] findableBy(int viewer) {
        return findable.visibleTo(viewer);
    }

    @Override
    public int[] browsableBy(int viewer) {
        return structure.visibleTo(viewer);
    }

    @Override
    public boolean browsesAnybody(int viewer) {
        return browsableBy(viewer).length > 0;
    }

    @Override
    public DirectorySight structure() {
        return structure;
    }

    @Override
    public DirectorySight findable() {
        return findable;
    }

    @Override
    public FieldGrants fields() {
        return judge.fields();
    }

    /** Not offered: ask the evaluator itself. */
    @Override
    public TrustDecision explain(int viewer, UserId target) {
        throw new UnsupportedOperationException("ask BruteForceAcross.checks");
    }
}
