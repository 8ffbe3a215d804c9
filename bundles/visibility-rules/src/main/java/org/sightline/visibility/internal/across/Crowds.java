package org.sightline.visibility.internal.across;

import java.util.LinkedHashMap;
import java.util.Map;

/** The crowds that viewers have asked for, each gathered once and kept while there is room. */
final class Crowds {

    /** So many numbers are kept for one pair of tenants. */
    private static final int MOST_NUMBERS = 4_000_000;

    private static final int OVERHEAD = 40;

    private final Side side;
    private final Map<RuleBits, Crowd> known = new LinkedHashMap<>(16, 0.75f, true);
    private int numbers;

    Crowds(Side side) {
        this.side = side;
    }

    /** Whom some rules reach. */
    Crowd of(RuleBits rules) {
        if (rules.isEmpty()) {
            return Crowd.EMPTY;
        }
        synchronized (known) {
            Crowd found = known.get(rules);
            if (found != null) {
                return found;
            }
        }
        Crowd made = Crowd.of(side, rules);
        synchronized (known) {
            if (known.put(rules, made) == null) {
                numbers += made.size() + OVERHEAD;
            }
            var oldest = known.entrySet().iterator();
            while (numbers > MOST_NUMBERS && known.size() > 1) {
                numbers -= oldest.next().getValue().size() + OVERHEAD;
                oldest.remove();
            }
        }
        return made;
    }
}
