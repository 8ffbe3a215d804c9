package org.sightline.directoryfiles.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sightline.audit.Actor;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.DirectoryImport;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportLine;
import org.sightline.directory.ImportReport;
import org.sightline.directory.Snapshots;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.TenantKey;

/** Reads and writes files line by line, so that their size does not matter. */
@Component(configurationPid = "org.sightline.directoryfiles")
@Designate(ocd = StreamedDirectoryFiles.Settings.class)
public final class StreamedDirectoryFiles implements DirectoryFiles {

    private final DirectoryImport imports;
    private final Snapshots snapshots;
    private final int longestLineBytes;

    /** Settings of files. */
    @ObjectClassDefinition(name = "Sightline directory files")
    public @interface Settings {

        /** How many bytes one line of an import may have. */
        @AttributeDefinition(name = "Longest line", description = "Bytes one line of an import may have.")
        int longest_line_bytes() default 1_048_576;
    }

    /** Starts with settings from {@code etc/org.sightline.directoryfiles.cfg}. */
    @Activate
    public StreamedDirectoryFiles(
            @Reference(name = "imports") DirectoryImport imports,
            @Reference(name = "snapshots") Snapshots snapshots,
            Settings settings) {
        this(imports, snapshots, settings.longest_line_bytes());
    }

    StreamedDirectoryFiles(DirectoryImport imports, Snapshots snapshots, int longestLineBytes) {
        this.imports = imports;
        this.snapshots = snapshots;
        this.longestLineBytes = longestLineBytes;
    }

    @Override
    public ImportReport importFile(
            TenantKey tenant,
            Actor actor,
            InputStream content,
            FileFormat format,
            boolean dryRun,
            LongConsumer progress)
            throws IOException {
        String organisation = snapshots.current(tenant).directory().tenant().name();
        try {
            return imports.run(tenant, actor, lines(content, format, organisation), dryRun, progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public long export(TenantKey tenant, OutputStream content) throws IOException {
        TenantSnapshot snapshot = snapshots.current(tenant);
        new DirectoryWriter(snapshot.directory()).write(content);
        return snapshot.revision();
    }

    private Iterator<ImportLine> lines(InputStream content, FileFormat format, String organisation) throws IOException {
        PhysicalLines lines = new PhysicalLines(content, longestLineBytes);
        EntryReader reader = new EntryReader(organisation);
        return switch (format) {
            case NDJSON -> new NdjsonLines(lines, longestLineBytes, reader);
            case CSV -> new CsvLines(new CsvRows(new LinesReader(lines), longestLineBytes), reader);
        };
    }
}
