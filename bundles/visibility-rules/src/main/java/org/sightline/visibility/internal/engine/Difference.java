package org.sightline.visibility.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Which pairs of different active members see each other after a change and did not before, or the other way round. */
public final class Difference {

    private final CompiledEngine before;
    private final CompiledEngine after;
    private final int[] gainedBy;
    private final int[] lostBy;
    private long gained;
    private long lost;

    Difference(CompiledEngine before, CompiledEngine after) {
        this.before = before;
        this.after = after;
        gainedBy = new int[before.layout.places.memberCount];
        lostBy = new int[gainedBy.length];
    }

    void add(int viewer, long more, long less) {
        gainedBy[viewer] += Math.toIntExact(more);
        lostBy[viewer] += Math.toIntExact(less);
        gained += more;
        lost += less;
    }

    /** How many pairs are gained. */
    public long gained() {
        return gained;
    }

    /** How many pairs are lost. */
    public long lost() {
        return lost;
    }

    /** How many members a viewer gains. */
    public int gainedBy(int viewer) {
        return gainedBy[viewer];
    }

    /** How many members a viewer loses. */
    public int lostBy(int viewer) {
        return lostBy[viewer];
    }

    /** The viewers for whom most changes, most first, by number where as much changes. */
    public int[] mostChanged(int most) {
        return most(most, viewer -> gainedBy[viewer] + lostBy[viewer]);
    }

    private int[] most(int most, IntUnaryOperator count) {
        return IntStream.range(0, gainedBy.length)
                .filter(viewer -> count.applyAsInt(viewer) > 0)
                .mapToLong(viewer -> -(long) count.applyAsInt(viewer) << 32 | viewer)
                .sorted()
                .limit(most)
                .mapToInt(each -> (int) each)
                .toArray();
    }

    /** Some gained pairs, viewer and target, from the viewers for whom most changes. */
    public List<int[]> someGained(int most) {
        return some(most, gainedBy, before, after);
    }

    /** Some lost pairs, viewer and target, from the viewers for whom most changes. */
    public List<int[]> someLost(int most) {
        return some(most, lostBy, after, before);
    }

    private List<int[]> some(int most, int[] counts, CompiledEngine without, CompiledEngine with) {
        List<int[]> pairs = new ArrayList<>();
        for (int viewer : most(most, each -> counts[each])) {
            for (int target : onlyIn(with.visibleTo(viewer), without.visibleTo(viewer))) {
                if (pairs.size() == most) {
                    return pairs;
                }
                pairs.add(new int[] {viewer, target});
            }
        }
        return pairs;
    }

    /** What is in one ascending list and not in another. */
    static int[] onlyIn(int[] list, int[] other) {
        IntList found = new IntList(16);
        int at = 0;
        for (int number : list) {
            while (at < other.length && other[at] < number) {
                at++;
            }
            if (at == other.length || other[at] != number) {
                found.add(number);
            }
        }
        return found.toArray();
    }
}
