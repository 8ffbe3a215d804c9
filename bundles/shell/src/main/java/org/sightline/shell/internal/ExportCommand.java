package org.sightline.shell.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.DirectoryFiles;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** Exports a tenant's directory to a file on the server's machine; the file is whole or not there. */
@Service
@Command(scope = "sightline", name = "export", description = "Export a tenant's directory to a file, as NDJSON")
public final class ExportCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "file", description = "A file on the server's machine", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Option(name = "--overwrite", description = "Replace the file when it is there")
    boolean overwrite;

    @Reference(optional = true)
    @Nullable
    DirectoryFiles files;

    @Override
    void run(PrintStream out) throws IOException {
        DirectoryFiles exporter = on(files, "directory-files");
        Path target = session().currentDir().resolve(file).toAbsolutePath();
        if (Files.exists(target) && !overwrite) {
            throw Problem.conflict(
                            Codes.CONFLICT,
                            "there is a file `" + target + "`; put `--overwrite` before the tenant to replace it")
                    .exception();
        }
        // People's data: the draft, and so the file, is for the server's own user only.
        Path draft = Files.createTempFile(target.getParent(), ".sightline-export", ".ndjson");
        long revision;
        try {
            revision = export(exporter, draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (json) {
            printJson(out, Map.of("file", target.toString(), "revision", revision));
        } else {
            out.println("Wrote revision " + revision + " of `" + tenantKey + "` to " + target + ".");
        }
    }

    private long export(DirectoryFiles exporter, Path draft) throws IOException {
        try (OutputStream content = new BufferedOutputStream(Files.newOutputStream(draft))) {
            return exporter.export(tenantKey(tenantKey), content);
        }
    }
}
