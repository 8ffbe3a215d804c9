package org.sightline.benchmarks;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.http.StoreKind;
import org.sightline.benchmarks.http.StoresRun;
import org.sightline.benchmarks.report.Report;
import org.sightline.testkit.postgres.InstalledPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures reads and durable writes over HTTP on Derby and on PostgreSQL. */
@Command(
        name = "stores",
        description =
                "Measures reads and durable writes over HTTP, with servers of its own on Derby and on a PostgreSQL"
                        + " of its own. Put --data and java.io.tmpdir, where PostgreSQL writes, on the same disk.")
final class StoresCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", description = "any of ${COMPLETION-CANDIDATES}; all when none is named")
    Set<StoreKind> kinds = EnumSet.allOf(StoreKind.class);

    @Option(
            names = "--assembly",
            required = true,
            description = "the unpacked assembly, such as karaf-assembly/target/assembly")
    Path assembly = Path.of("");

    @Option(names = "--data", required = true, description = "where the servers get their data directories")
    Path data = Path.of("");

    @Option(names = "--port", description = "of the servers (default: 18181)", defaultValue = "18181")
    int port;

    @Option(
            names = "--java-options",
            description = "of the servers (default: ${DEFAULT-VALUE})",
            defaultValue = "-Xmx2g")
    String javaOptions = "-Xmx2g";

    @Option(names = "--members", description = "of each tenant (default: 10000)", defaultValue = "10000")
    int members;

    @Option(names = "--tenants", description = "how many (default: 16)", defaultValue = "16")
    int tenants;

    @Option(
            names = "--connections",
            split = ",",
            description = "at the same time, a round for each (default: 1,4,16)",
            defaultValue = "1,4,16")
    List<Integer> connections = List.of();

    @Option(names = "--seconds", description = "for each round (default: 10)", defaultValue = "10")
    double seconds;

    @Option(names = "--json", description = "writes the results there, too")
    @Nullable
    Path json;

    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        StoresRun run = new StoresRun(assembly, data, port, javaOptions, members, tenants, connections, seconds);
        for (StoreKind kind : kinds) {
            if (kind == StoreKind.POSTGRESQL && InstalledPostgres.programs().isEmpty()) {
                System.out.println(InstalledPostgres.MISSING);
            } else {
                run.measure(kind, report);
            }
        }
        report.write(json);
        return 0;
    }
}
