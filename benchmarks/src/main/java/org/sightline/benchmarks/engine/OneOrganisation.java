package org.sightline.benchmarks.engine;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.directory.TenantSnapshot;
import org.sightline.visibility.VisibilityEngine;

/** An organisation and its engine, made once for a measured Java machine. */
@State(Scope.Benchmark)
public class OneOrganisation {

    private static final int PAIRS = 1 << 20;

    /** How many members. */
    @Param("100000")
    public int members = 100_000;

    /** Which sort. */
    @Param("TYPICAL")
    public Shape shape = Shape.TYPICAL;

    /** Decides names, places and rules. */
    @Param("42")
    public long seed = 42;

    Organisation organisation = Organisation.of(1, Shape.TYPICAL, 0);
    PlainServer server = new PlainServer();
    TenantSnapshot snapshot = PlainServer.load(organisation.state());
    VisibilityEngine engine = server.engine(snapshot);
    Pairs pairs = new Pairs(1, 1, 0);

    /** Makes them, and asks every pair once, so that what the engine remembers is there. */
    @Setup(Level.Trial)
    public void make() {
        organisation = Organisation.of(members, shape, seed);
        server = new PlainServer();
        snapshot = PlainServer.load(organisation.state());
        engine = server.engine(snapshot);
        pairs = new Pairs(PAIRS, members, seed);
        for (int pair = 0; pair < pairs.count(); pair++) {
            engine.sees(pairs.viewer(pair), pairs.target(pair));
        }
    }
}
