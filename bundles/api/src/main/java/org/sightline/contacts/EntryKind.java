package org.sightline.contacts;

import java.util.Locale;

/** As what something is shown below a department. */
public enum EntryKind {
    /** A member who leads the department. */
    LEADER,
    /** A department. */
    DEPARTMENT,
    /** A member. */
    MEMBER;

    /** Returns the word used in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
