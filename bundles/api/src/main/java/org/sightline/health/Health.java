package org.sightline.health;

import java.util.Locale;

/**
 * How a part of the server is.
 *
 * @param state  whether it works
 * @param detail what is missing and why; empty when all is well
 */
public record Health(State state, String detail) {

    /** All is well. */
    public static final Health UP = new Health(State.UP, "");

    /** Whether a part works. */
    public enum State {
        /** Works. */
        UP,
        /** Works, but not as somebody would expect. */
        DEGRADED,
        /** Does not work, and the server is not ready without it. */
        DOWN;

        /** Returns the word used in JSON and at the console: the name in lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Works, but not as somebody would expect. */
    public static Health degraded(String detail) {
        return new Health(State.DEGRADED, detail);
    }

    /** Does not work. */
    public static Health down(String detail) {
        return new Health(State.DOWN, detail);
    }
}
