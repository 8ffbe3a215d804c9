package org.sightline.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.http.Row;
import org.sightline.benchmarks.http.ServerRun;
import org.sightline.benchmarks.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a running server over HTTP. */
@Command(
        name = "http",
        description = "Measures a server over HTTP. With --assembly it starts one of its own in the folder --data;"
                + " with --url it asks a running one, which needs SIGHTLINE_RATE_LIMIT=0.")
final class HttpCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "any of ${COMPLETION-CANDIDATES}; all when none is named")
    Set<Row> rows = EnumSet.allOf(Row.class);

    @Mixin
    OrganisationOptions organisation = new OrganisationOptions();

    @Option(names = "--assembly", description = "the unpacked assembly, such as karaf-assembly/target/assembly")
    @Nullable
    Path assembly;

    @Option(names = "--data", description = "data directory of the own server; kept, and used again by the next run")
    @Nullable
    Path data;

    @Option(names = "--port", description = "of the own server (default: 18181)", defaultValue = "18181")
    int port;

    @Option(
            names = "--java-options",
            description = "of the own server (default: ${DEFAULT-VALUE})",
            defaultValue = "-Xmx6g")
    String javaOptions = "-Xmx6g";

    @Option(names = "--url", description = "a running server")
    @Nullable
    URI url;

    @Option(names = "--operator-token", description = "of the running server")
    String operatorToken = "";

    @Option(names = "--deploy", description = "the running server's deploy folder, for the plain servlet beside it")
    @Nullable
    Path deploy;

    @Option(names = "--seconds", description = "for each of the five rounds of a row (default: 3)", defaultValue = "3")
    double seconds;

    @Option(names = "--connections", description = "at the same time (default: 4)", defaultValue = "4")
    int connections;

    @Option(
            names = "--times",
            description = "how many changes of rules of either sort (default: 100)",
            defaultValue = "100")
    int times;

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        ServerRun run = new ServerRun(organisation.make(), seconds, connections, times, rows);
        if (url != null) {
            run.attached(url, operatorToken, deploy, report, Files.createTempDirectory("sightline-benchmark"));
        } else if (assembly != null && data != null) {
            run.own(assembly, data, port, javaOptions, report);
        } else {
            throw new IllegalArgumentException("give --url, or --assembly and --data");
        }
        report.write(json);
        return 0;
    }
}
