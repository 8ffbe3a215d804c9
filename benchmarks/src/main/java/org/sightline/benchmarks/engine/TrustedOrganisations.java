package org.sightline.benchmarks.engine;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sightline.benchmarks.organisation.Partners;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.SightAcross;

/** An organisation with ten partners of its size, and the sight into each, made once for a measured Java machine. */
@State(Scope.Benchmark)
public class TrustedOrganisations {

    private static final int PARTNERS = 10;
    private static final int PAIRS = 1 << 20;
    private static final int SAMPLE = 2_000;
    private static final int AROUND_THE_MEDIAN = 64;

    /** How many members each has. */
    @Param("10000")
    public int members = 10_000;

    /** Not looked at; all are of the typical sort. */
    @Param("TYPICAL")
    public Shape shape = Shape.TYPICAL;

    /** Decides names, places and rules. */
    @Param("42")
    public long seed = 42;

    PlainServer server = new PlainServer();
    TenantSnapshot own = PlainServer.load(Partners.of(1, 0, 0).own());
    List<TenantSnapshot> partners = List.of();
    List<SightAcross> sights = List.of();
    Pairs pairs = new Pairs(1, 1, 0);
    int[] median = {};
    int medianSize;
    private int next;

    /** Makes them, and asks every pair once, so that what is worked out when first asked for is there. */
    @Setup(Level.Trial)
    public void make() {
        Partners made = Partners.of(members, PARTNERS, seed);
        server = new PlainServer();
        own = PlainServer.load(made.own());
        partners = made.partners().stream().map(PlainServer::load).toList();
        sights = partners.stream().map(partner -> server.across(own, partner)).toList();
        pairs = new Pairs(PAIRS, members, seed);
        for (int pair = 0; pair < pairs.count(); pair++) {
            sights.get(pair % PARTNERS).finds(pairs.viewer(pair), pairs.target(pair));
        }
        chooseViewers();
    }

    /** Those who see as many of all partners together as the median viewer. */
    private void chooseViewers() {
        record Seen(int viewer, int size) {}
        List<Seen> sample = IntStream.range(0, SAMPLE)
                .map(pairs::viewer)
                .distinct()
                .mapToObj(viewer -> new Seen(viewer, seen(viewer)))
                .sorted(Comparator.comparingInt(Seen::size))
                .toList();
        int middle = sample.size() / 2;
        medianSize = sample.get(middle).size;
        median = sample.stream()
                .skip(Math.max(0, middle - AROUND_THE_MEDIAN / 2))
                .limit(AROUND_THE_MEDIAN)
                .mapToInt(Seen::viewer)
                .toArray();
    }

    private int seen(int viewer) {
        return sights.stream()
                .mapToInt(sight -> sight.findableBy(viewer).length)
                .sum();
    }

    int nextMedian() {
        next = next + 1 < median.length ? next + 1 : 0;
        return median[next];
    }
}
