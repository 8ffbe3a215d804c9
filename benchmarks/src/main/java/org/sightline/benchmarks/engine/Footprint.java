package org.sightline.benchmarks.engine;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.organisation.Shape;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.directory.model.Member;
import org.sightline.visibility.VisibilityEngine;

/**
 * How much memory there is for each member: what the heap holds after a collection, with and without a thing. The
 * members themselves, with ids, names and profiles, are told apart from the index over them.
 */
public final class Footprint {

    private static final int PAIRS = 4_000_000;
    private static final int COLLECTIONS = 4;

    private final int members;
    private final Shape shape;
    private final Report report;

    /** What must not be collected yet. */
    private final List<Object> held = new ArrayList<>();

    /** Reports about an organisation. */
    public Footprint(int members, Shape shape, Report report) {
        this.members = members;
        this.shape = shape;
        this.report = report;
    }

    /** Measures. */
    public void measure(long seed) {
        Pairs pairs = new Pairs(PAIRS, members, seed);
        held.add(pairs);
        long empty = heap();
        load(seed);
        long directory = heap();
        compile();
        long compiled = heap();
        ask(pairs);
        long asked = heap();
        leaveOnlyMembers(pairs);
        long texts = heap() - empty;
        held.clear();
        add("memory, members with their texts", texts, "ids, names, profiles, places");
        add("memory, directory index", directory - empty - texts, "numbers, tree, groups");
        add("memory, rules compiled", compiled - directory, "before the first question");
        add("memory, rules with all that is remembered", asked - directory, "after 4,000,000 random checks");
        add("memory, rules and directory index", asked - empty - texts, "target: 400 at most at 1,000,000");
    }

    private void load(long seed) {
        held.add(PlainServer.load(Organisation.of(members, shape, seed).state()));
    }

    private void compile() {
        PlainServer server = new PlainServer();
        held.add(server);
        held.add(server.engine(held(TenantSnapshot.class)));
    }

    private void ask(Pairs pairs) {
        VisibilityEngine engine = held(VisibilityEngine.class);
        for (int pair = 0; pair < pairs.count(); pair++) {
            engine.sees(pairs.viewer(pair), pairs.target(pair));
        }
    }

    private void leaveOnlyMembers(Pairs pairs) {
        DirectorySnapshot directory = held(TenantSnapshot.class).directory();
        Member[] people = new Member[members];
        Arrays.setAll(people, directory::member);
        held.clear();
        held.add(pairs);
        held.add(people);
    }

    private <T> T held(Class<T> type) {
        return held.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void add(String what, long bytes, String note) {
        report.add(new Measure(what, members, shape.name(), bytes / (double) members, "bytes each", null, note));
    }

    private static long heap() {
        for (int round = 0; round < COLLECTIONS; round++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
