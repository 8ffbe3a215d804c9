package org.sightline.directory.model;

/** Says where a text stops being a condition and what was expected there. */
public final class ConditionSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * Creates the exception.
     *
     * @param position 0-based index of the first character that does not fit
     * @param expected what should stand there, in words
     */
    public ConditionSyntaxException(int position, String expected) {
        super("at character " + (position + 1) + ": expected " + expected);
        this.position = position;
    }

    /** Returns the 0-based index of the first character that does not fit. */
    public int position() {
        return position;
    }
}
