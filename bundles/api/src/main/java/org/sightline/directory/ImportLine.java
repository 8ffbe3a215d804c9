package org.sightline.directory;

/** What a line of an import says, or why it cannot be read. */
public sealed interface ImportLine {

    /** Returns the physical line in the file, from 1. */
    long number();

    /** A line that can be read. */
    record Entry(long number, DirectoryEntry entry) implements ImportLine {}

    /**
     * A line that cannot.
     *
     * @param code   stable code
     * @param detail what is wrong and what to do
     */
    record Unreadable(long number, String code, String detail) implements ImportLine {}
}
