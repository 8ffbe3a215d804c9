package org.sightline.shell.internal.text;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.sightline.audit.AuditEntry;

/** Audit entries as a table; what was before and after is in the JSON form only. */
public final class AuditText {

    private AuditText() {}

    /** Prints a line for each entry. */
    public static void print(PrintStream out, List<AuditEntry> entries) {
        TextTable table = new TextTable("No entries.", "at", "actor", "action", "object", "revision");
        for (AuditEntry entry : entries) {
            table.row(
                    entry.at().truncatedTo(ChronoUnit.SECONDS),
                    entry.actor().kind().key() + " " + entry.actor().id(),
                    entry.action(),
                    entry.objectKind() + " " + entry.objectId(),
                    entry.revision());
        }
        table.print(out);
    }
}
