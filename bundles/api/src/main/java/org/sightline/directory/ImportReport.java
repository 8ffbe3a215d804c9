package org.sightline.directory;

import java.util.List;

/**
 * What an import did, would do, or why it did nothing.
 *
 * @param created    things that were not there before
 * @param updated    things that changed
 * @param unchanged  things that were as the line says
 * @param errors     the first {@value #MAX_ERRORS} faulty lines in the file's order; nothing is applied if there is any
 * @param errorCount all faulty lines
 * @param revision   the tenant's revision after the import
 */
public record ImportReport(
        long created, long updated, long unchanged, List<LineError> errors, long errorCount, long revision) {

    /** How many faulty lines are listed. */
    public static final int MAX_ERRORS = 1000;

    /** Takes a copy of the list. */
    public ImportReport {
        errors = List.copyOf(errors);
    }

    /**
     * A faulty line.
     *
     * @param line   the physical line, from 1
     * @param code   stable code
     * @param detail what is wrong and what to do
     */
    public record LineError(long line, String code, String detail) {}
}
