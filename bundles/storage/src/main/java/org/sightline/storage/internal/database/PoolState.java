package org.sightline.storage.internal.database;

/**
 * How a pool of connections is.
 *
 * @param most    how many connections it may have
 * @param active  how many do something
 * @param idle    how many are there and do nothing
 * @param waiting how many threads wait for one
 */
public record PoolState(int most, int active, int idle, int waiting) {}
