package org.sightline.apps.model;

import java.util.Locale;

/** Whether an app works, and who decides that it works again. */
public enum AppAvailability {
    /** It works. */
    ENABLED,

    /** Its developer switched it off, and may switch it on again. */
    DISABLED,

    /** An administrator switched it off; only an administrator switches it on again. */
    STOPPED;

    /** Returns the word used in SQL: the name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
