package org.sightline.visibility.internal.mainrule;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** Works sights out: asks a main rule and turns what it says into arrays. */
public final class Sights {

    /** What stands in for a main rule that is missing or fails: nothing is seen. */
    public static final MainSight FALLBACK = new NoSight();

    private Sights() {}

    /**
     * Works a sight out. Everything the rule throws comes through; a rule that gives nonsense is treated as one that
     * throws.
     *
     * @param onFailure told when the sight fails later, while it is asked pair by pair
     */
    public static MainSight of(
            MainRule rule, MainRuleChoice choice, DirectorySnapshot directory, Consumer<Throwable> onFailure) {
        return of(rule, choice, directory, null, onFailure);
    }

    /**
     * Works a sight out, as above.
     *
     * @param watch looks after pairs that do not come back; null for nobody
     */
    static MainSight of(
            MainRule rule,
            MainRuleChoice choice,
            DirectorySnapshot directory,
            @Nullable PairWatch watch,
            Consumer<Throwable> onFailure) {
        Sight sight = rule.sight(choice, directory);
        if (sight instanceof Sight.ByDepartments byDepartments) {
            return byDepartments.seen() instanceof PlacementSight.Source source
                    ? new PlacementSight(source)
                    : ViewerSight.of(byDepartments.seen(), directory);
        }
        if (sight instanceof Sight.ByKeys byKeys) {
            return KeySight.of(byKeys.keys(), directory);
        }
        if (sight instanceof Sight.ByPairs byPairs) {
            return new PairSight(byPairs.pairs(), watch, onFailure);
        }
        throw new IllegalStateException("`" + rule.type() + "` gave no sight");
    }
}
