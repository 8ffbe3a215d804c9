package org.sightline.benchmarks.reference;

import java.io.PrintStream;
import org.sightline.testkit.postgres.InstalledPostgres;

/** The references there are. */
public enum References {
    /** The server's own engine. */
    SIGHTLINE,
    /** A database with a closure table. */
    POSTGRESQL,
    /** A policy engine with roles. */
    JCASBIN,
    /** A policy engine with entities. */
    CEDAR;

    /** Runs it when it can be had on this machine, and says so when it cannot. */
    public void run(ReferenceRun run, PrintStream out) throws Exception {
        if (this != POSTGRESQL) {
            try (Reference reference = make()) {
                run.run(reference);
            }
            return;
        }
        if (InstalledPostgres.programs().isEmpty()) {
            out.println(InstalledPostgres.MISSING);
            return;
        }
        try (Reference reference = PostgresReference.start()) {
            run.run(reference);
        }
    }

    private Reference make() {
        return switch (this) {
            case SIGHTLINE -> new SightlineReference();
            case JCASBIN -> new CasbinReference();
            case CEDAR -> new CedarReference();
            case POSTGRESQL -> throw new IllegalStateException("started, not made");
        };
    }
}
