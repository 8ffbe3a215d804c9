package org.sightline.apps.internal;

import java.util.Comparator;
import java.util.Map;

/**
 * Where a service stands among those of its kind; sorts the one that counts first: the highest ranking, of equal ones
 * the oldest.
 *
 * @param ranking the service's ranking
 * @param id      the service's id, in order of arrival
 */
public record Rank(int ranking, long id) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER =
            Comparator.comparingInt(Rank::ranking).reversed().thenComparingLong(Rank::id);

    /** Reads a service's properties. */
    public static Rank of(Map<String, Object> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer given ? given : 0;
        long id = properties.get("service.id") instanceof Long given ? given : Long.MAX_VALUE;
        return new Rank(ranking, id);
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }
}
