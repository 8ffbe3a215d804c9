package org.sightline.json;

import org.jspecify.annotations.Nullable;

/**
 * A backup that is asked for.
 *
 * @param name of the file, with or without its ending; made of the present time when absent
 */
public record NewBackupJson(@Nullable String name) {

    /** Says nothing. */
    public static final NewBackupJson UNNAMED = new NewBackupJson(null);
}
