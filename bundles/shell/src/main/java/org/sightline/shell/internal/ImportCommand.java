package org.sightline.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.sightline.directory.DirectoryFiles;
import org.sightline.directory.FileFormat;
import org.sightline.directory.ImportReport;
import org.sightline.json.ImportReportJson;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.shell.internal.text.ImportText;
import org.sightline.shell.internal.text.ProgressBar;

/** Imports a file on the server's machine into a tenant's directory, all or nothing. */
@Service
@Command(scope = "sightline", name = "import", description = "Import a file into a tenant's directory, all or nothing")
public final class ImportCommand extends SightlineCommand {

    @Argument(name = "tenant_key", description = "The tenant", required = true)
    @Completion(TenantCompleter.class)
    String tenantKey = "";

    @Argument(index = 1, name = "file", description = "A file on the server's machine", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Option(name = "--format", description = "ndjson or csv; told by the file's name when left out")
    @Completion(
            value = StringsCompleter.class,
            values = {"ndjson", "csv"})
    @Nullable
    String format;

    @Option(name = "--dry-run", description = "Only check")
    boolean dryRun;

    @Reference(optional = true)
    @Nullable
    DirectoryFiles files;

    @Override
    void run(PrintStream out) throws IOException, CommandException {
        DirectoryFiles importer = on(files, "directory-files");
        Path path = session().currentDir().resolve(file);
        FileFormat form = fileFormat();
        ImportReport report;
        try (InputStream content = Files.newInputStream(path);
                ProgressBar bar = bar(out, path)) {
            report = importer.importFile(tenantKey(tenantKey), actor(), content, form, dryRun, bar);
        }
        if (json) {
            printJson(out, ImportReportJson.of(report));
        } else {
            ImportText.print(out, report, dryRun);
        }
        if (report.errorCount() > 0) {
            String words = "nothing was imported: " + report.errorCount() + " faulty lines";
            throw new CommandException(json ? "" : words, words);
        }
    }

    private ProgressBar bar(PrintStream out, Path path) throws IOException {
        return isWatched() ? ProgressBar.on(out, ProgressBar.lines(path)) : ProgressBar.silent();
    }

    private FileFormat fileFormat() {
        String word = format != null ? format : file.substring(file.lastIndexOf('.') + 1);
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ndjson", "jsonl" -> FileFormat.NDJSON;
            case "csv" -> FileFormat.CSV;
            default ->
                throw Problem.invalid(
                                "/format",
                                Codes.INVALID,
                                "the file's name ends neither in .ndjson nor in .csv: put `--format ndjson` or"
                                        + " `--format csv` before the tenant")
                        .exception();
        };
    }
}
