package org.sightline.directoryfiles.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.sightline.audit.Actor;
import org.sightline.directory.DirectoryEntry;
import org.sightline.directory.DirectoryImport;
import org.sightline.directory.ImportLine;
import org.sightline.directory.ImportReport;
import org.sightline.directory.model.TenantKey;

/** Stands in for the directory: keeps the lines it is given. */
final class RememberingImport implements DirectoryImport {

    final List<ImportLine> lines = new ArrayList<>();

    @Override
    public ImportReport run(
            TenantKey tenant, Actor actor, Iterator<ImportLine> given, boolean dryRun, LongConsumer progress) {
        given.forEachRemaining(lines::add);
        progress.accept(lines.size());
        List<ImportReport.LineError> errors = lines.stream()
                .filter(ImportLine.Unreadable.class::isInstance)
                .map(ImportLine.Unreadable.class::cast)
                .map(line -> new ImportReport.LineError(line.number(), line.code(), line.detail()))
                .toList();
        return new ImportReport(lines.size() - errors.size(), 0, 0, errors, errors.size(), 7);
    }

    List<DirectoryEntry> entries() {
        return lines.stream()
                .filter(ImportLine.Entry.class::isInstance)
                .map(line -> ((ImportLine.Entry) line).entry())
                .toList();
    }

    List<Long> numbers() {
        return lines.stream()
                .filter(ImportLine.Entry.class::isInstance)
                .map(ImportLine::number)
                .toList();
    }
}
