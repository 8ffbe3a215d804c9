package org.sightline.trust.internal.admission;

import java.util.Comparator;
import java.util.Map;
import org.osgi.framework.Constants;

/**
 * Where a service stands among others of its kind: the highest ranking comes first, then the one that came first.
 *
 * @param ranking the higher the better; 0 when nobody said
 * @param service counts up as services come
 */
record Rank(int ranking, long service) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER =
            Comparator.comparing(Rank::ranking).reversed().thenComparing(Rank::service);

    /** Reads a service's properties. */
    static Rank of(Map<String, ?> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long service = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : Long.MAX_VALUE;
        return new Rank(ranking, service);
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
