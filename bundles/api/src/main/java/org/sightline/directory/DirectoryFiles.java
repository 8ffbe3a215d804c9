package org.sightline.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;
import org.sightline.audit.Actor;
import org.sightline.directory.model.TenantKey;

/** Reads and writes directories as files (docs/import.md). */
@ProviderType
public interface DirectoryFiles {

    /**
     * Imports a file, see {@link DirectoryImport}.
     *
     * @param content UTF-8; read to its end, not closed
     * @throws IOException when the content cannot be read to its end; nothing has changed then
     */
    ImportReport importFile(
            TenantKey tenant,
            Actor actor,
            InputStream content,
            FileFormat format,
            boolean dryRun,
            LongConsumer progress)
            throws IOException;

    /**
     * Writes a directory in the form that {@link FileFormat#NDJSON} imports: fields, departments from the top, members,
     * groups, units. Deleted members are left out.
     *
     * @param content UTF-8; flushed, not closed
     * @return the revision that was written
     * @throws IOException when the content cannot be written to its end
     */
    long export(TenantKey tenant, OutputStream content) throws IOException;
}
