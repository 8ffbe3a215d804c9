package org.sightline.upkeep;

import org.jspecify.annotations.Nullable;
import org.sightline.store.ImageManifest;

/**
 * A file with everything the server kept at one moment.
 *
 * @param name     the file's name
 * @param size     in bytes
 * @param contents what the file says is in it; null when it cannot be read
 * @param damage   why the file cannot be read; null when it can
 */
public record Backup(
        String name,
        long size,
        @Nullable ImageManifest contents,
        @Nullable String damage) {}
