package org.sightline.directory.internal.intake;

import java.util.Iterator;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.Actor;
import org.sightline.directory.Changes;
import org.sightline.directory.Committed;
import org.sightline.directory.DirectoryImport;
import org.sightline.directory.ImportLine;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;

/** Reads the lines without holding anybody up, then decides and commits in the tenant's queue of changes. */
@Component(service = DirectoryImport.class)
public final class DirectoryIntake implements DirectoryImport {

    private final Snapshots snapshots;
    private final Changes changes;

    /** Imports into live tenants. */
    @Activate
    public DirectoryIntake(
            @Reference(name = "snapshots") Snapshots snapshots, @Reference(name = "changes") Changes changes) {
        this.snapshots = snapshots;
        this.changes = changes;
    }

    @Override
    public ImportReport run(
            TenantKey tenant, Actor actor, Iterator<ImportLine> lines, boolean dryRun, LongConsumer progress) {
        FileContent content = FileContent.read(lines, snapshots.current(tenant).directory(), progress);
        if (dryRun) {
            ImportReport would =
                    Merge.of(content, snapshots.current(tenant).directory()).result();
            return at(snapshots.current(tenant).revision(), would);
        }
        Committed<ImportReport> done = changes.apply(tenant, actor, now -> Merge.of(content, now.directory()));
        ImportReport report = done.value();
        progress.accept(content.lineCount() + report.created() + report.updated());
        return at(done.revision(), report);
    }

    private static ImportReport at(long revision, ImportReport report) {
        return new ImportReport(
                report.created(), report.updated(), report.unchanged(), report.errors(), report.errorCount(), revision);
    }
}
