package org.sightline.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ConsumerType;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/**
 * Counts of what comparing candidate main rules has shown; several servers add to the same. Throws
 * {@link StoreUnavailableException} when the database cannot be reached.
 */
@ConsumerType
public interface ShadowStore {

    /** How many pairs of each kind are kept. */
    int MOST_SAMPLES = 20;

    /**
     * Adds to a tenant's counts; does nothing for an unknown tenant. Counts of candidates that were compared before are
     * forgotten.
     *
     * @param since when comparing the present candidate began
     */
    void add(TenantKey tenant, Instant since, Tally more);

    /** Returns a tenant's counts since comparing began; {@link Tally#NOTHING} when none were added. */
    Tally tally(TenantKey tenant, Instant since);

    /**
     * A pair whose answer would change.
     *
     * @param viewer who looks
     * @param target at whom
     */
    record Pair(UserId viewer, UserId target) {}

    /**
     * Counts.
     *
     * @param compared how many answers were compared
     * @param gained   how many of them would become "yes"
     * @param lost     how many of them would become "no"
     * @param gainedSamples some of the former, each once, at most {@link #MOST_SAMPLES}
     * @param lostSamples   some of the latter, each once, at most {@link #MOST_SAMPLES}
     */
    record Tally(long compared, long gained, long lost, List<Pair> gainedSamples, List<Pair> lostSamples) {

        /** Nothing was compared. */
        public static final Tally NOTHING = new Tally(0, 0, 0, List.of(), List.of());

        /** Takes copies of the lists. */
        public Tally {
            gainedSamples = List.copyOf(gainedSamples);
            lostSamples = List.copyOf(lostSamples);
        }

        /** Returns both together. */
        public Tally plus(Tally more) {
            return new Tally(
                    compared + more.compared,
                    gained + more.gained,
                    lost + more.lost,
                    together(gainedSamples, more.gainedSamples),
                    together(lostSamples, more.lostSamples));
        }

        private static List<Pair> together(List<Pair> one, List<Pair> other) {
            return Stream.concat(one.stream(), other.stream())
                    .distinct()
                    .limit(MOST_SAMPLES)
                    .toList();
        }
    }
}
