package org.sightline.communication;

/**
 * What asking for something gave.
 *
 * @param <T>   what was asked for
 * @param value the thing
 * @param fresh whether it was not there before
 */
public record Made<T>(T value, boolean fresh) {}
