package org.sightline.visibility.internal.mainrule;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.spi.Sight;

/**
 * A sight that can only be asked pair by pair. The first failure ends it: from then on it shows nothing and the vendor's
 * code is not called any more.
 */
final class PairSight implements MainSight {

    private final Sight.Pairs pairs;
    private final @Nullable PairWatch watch;
    private final Consumer<Throwable> onFailure;
    private volatile boolean failed;

    /**
     * @param watch     looks after calls that do not come back; null for nobody
     * @param onFailure told of the first failure, and of others that happen at the same time
     */
    PairSight(Sight.Pairs pairs, @Nullable PairWatch watch, Consumer<Throwable> onFailure) {
        this.pairs = pairs;
        this.watch = watch;
        this.onFailure = onFailure;
    }

    @Override
    public boolean seesMember(int viewer, int member) {
        return ask(() -> pairs.seesMember(viewer, member));
    }

    @Override
    public boolean seesDepartment(int viewer, int department) {
        return ask(() -> pairs.seesDepartment(viewer, department));
    }

    private boolean ask(BooleanSupplier question) {
        if (failed) {
            return false;
        }
        if (watch == null) {
            return answer(question);
        }
        PairWatch.Call call = watch.begin(this::failed, this::fail);
        if (call == null) {
            return false;
        }
        try {
            // An answer that comes after the call was given up does not count.
            return answer(question) && !failed;
        } finally {
            watch.end(call);
        }
    }

    private boolean answer(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError failure) {
            return fail(failure);
        }
    }

    private boolean fail(Throwable failure) {
        boolean first = !failed;
        failed = true;
        if (first) {
            onFailure.accept(failure);
        }
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
