package org.sightline.json;

import java.util.List;
import org.sightline.directory.ImportReport;

/**
 * What an import did, would do, or why it did nothing (docs/import.md).
 *
 * @param created    things that were not there before
 * @param updated    things that changed
 * @param unchanged  things that were as the line says
 * @param errors     the first 1,000 faulty lines; nothing is applied if there is any
 * @param errorCount all faulty lines
 */
public record ImportReportJson(
        long created, long updated, long unchanged, List<LineErrorJson> errors, long errorCount) {

    /** Returns the form of a report. */
    public static ImportReportJson of(ImportReport report) {
        return new ImportReportJson(
                report.created(),
                report.updated(),
                report.unchanged(),
                report.errors().stream().map(LineErrorJson::of).toList(),
                report.errorCount());
    }

    /**
     * A faulty line.
     *
     * @param line   the physical line, from 1
     * @param code   stable code
     * @param detail what is wrong and what to do
     */
    public record LineErrorJson(long line, String code, String detail) {

        static LineErrorJson of(ImportReport.LineError error) {
            return new LineErrorJson(error.line(), error.code(), error.detail());
        }
    }
}
