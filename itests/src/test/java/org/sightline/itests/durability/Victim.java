package org.sightline.itests.durability;

/** Whom a round kills. */
enum Victim {
    /** The server's process. */
    SERVER,
    /** All processes of PostgreSQL; the server goes on. */
    DATABASE,
    /** First the database, then the server. */
    BOTH
}
