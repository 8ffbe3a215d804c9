package org.sightline.visibility.internal.mainrule;

import java.util.function.Consumer;
import org.sightline.spi.Sight;

/**
 * A sight that can only be asked pair by pair. The first failure ends it: from then on it shows nothing and the vendor's
 * code is not called any more.
 */
final class PairSight implements MainSight {

    private final Sight.Pairs pairs;
    private final Consumer<Throwable> onFailure;
    private volatile boolean failed;

    /**
     * @param onFailure told of the first failure, and of others that happen at the same time
     */
    PairSight(Sight.Pairs pairs, Consumer<Throwable> onFailure) {
        this.pairs = pairs;
        this.onFailure = onFailure;
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        if (failed) {
            return false;
        }
        try {
            return pairs.seesMember(viewer, member);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            return fail(failure);
        }
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        if (failed) {
            return false;
        }
        try {
            return pairs.seesDepartment(viewer, department);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            return fail(failure);
        }
    }

    private boolean fail(Throwable failure) {
        failed = true;
        onFailure.accept(failure);
        return false;
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public Listing listing(int viewer) {
        return new Listing.Questions(
                member -> seesMember(viewer, member), department -> seesDepartment(viewer, department));
    }
}
