package org.sightline.directory;

/**
 * The result of a change together with the revision at which it holds.
 *
 * @param <T>      what the change gives back
 * @param value    what the change gives back
 * @param revision the tenant's revision after the change; the present one when nothing had to change
 */
public record Committed<T>(T value, long revision) {}
