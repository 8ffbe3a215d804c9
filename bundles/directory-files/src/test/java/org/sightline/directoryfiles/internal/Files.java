package org.sightline.directoryfiles.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.sightline.audit.Actor;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.directory.model.Plan;
import org.sightline.directory.model.Tenant;
import org.sightline.directory.model.TenantKey;

/** Imports and exports files of a small tenant in tests. */
final class Files {

    static final TenantKey ACME = new TenantKey("acme");
    static final int LONGEST = 10_000;

    final RememberingImport imported = new RememberingImport();
    final SmallDirectory directory =
            new SmallDirectory(new Tenant(ACME, "Acme", Plan.PRO, ZoneId.of("UTC"), null, Locale.ENGLISH, true));
    private final StreamedDirectoryFiles files = new StreamedDirectoryFiles(imported, directory, LONGEST);

    ImportReport ndjson(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8), FileFormat.NDJSON);
    }

    ImportReport csv(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8), FileFormat.CSV);
    }

    ImportReport run(byte[] content, FileFormat format) {
        try {
            return run(new ByteArrayInputStream(content), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport run(InputStream content, FileFormat format) throws IOException {
        imported.lines.clear();
        return files.importFile(ACME, Actor.OPERATOR, content, format, false, count -> {});
    }

    String export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            files.export(ACME, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
