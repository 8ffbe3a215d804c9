package org.sightline.visibility;

import java.util.Locale;

/**
 * One subject or object entry of a rule.
 *
 * @param type what the entry names
 * @param id   which one
 */
public record Entry(Type type, String id) {

    /** What an entry names. */
    public enum Type {
        /** A member. */
        USER,
        /** A group; subjects only. */
        GROUP,
        /** A department with everything below it. */
        DEPARTMENT;

        /** Returns the word used in JSON. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
