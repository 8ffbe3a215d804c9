package org.sightline.benchmarks.http;

/** What a server keeps its data in. */
public enum StoreKind {
    /** Embedded, in the data directory. */
    DERBY,
    /** A cluster made for the run, on the same disk as the data directory if that is where temporary files are. */
    POSTGRESQL
}
