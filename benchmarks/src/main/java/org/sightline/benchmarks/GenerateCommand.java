package org.sightline.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sightline.benchmarks.organisation.OrganisationFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes an organisation as files that the server takes. */
@Command(name = "generate", description = "Writes directory.ndjson and policy.json of an organisation.")
final class GenerateCommand implements Callable<Integer> {

    @Mixin
    OrganisationOptions options = new OrganisationOptions();

    @Option(names = "--into", description = "a folder", required = true)
    Path into = Path.of(".");

    @Override
    public Integer call() throws Exception {
        new OrganisationFiles(into).write(options.make().state());
        return 0;
    }
}
