package org.sightline.benchmarks.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.benchmarks.report.Report;

/**
 * One run against a server, from the import to the last row.
 *
 * @param organisation what the server is filled with; a tenant that is there already is taken for it
 * @param seconds      for each round of a row
 * @param connections  how many at the same time
 * @param changes      how many changes of the policy of either sort
 * @param rows         what is measured
 */
public record ServerRun(Organisation organisation, double seconds, int connections, int changes, Set<Row> rows) {

    /**
     * A server that somebody else started.
     *
     * @param address       where it listens
     * @param operatorToken the operator's token
     * @param deploy        the folder it watches for bundles; null when the plain servlet is there already
     */
    public void attached(URI address, String operatorToken, @Nullable Path deploy, Report report, Path folder)
            throws Exception {
        measure(address, operatorToken, deploy, report, folder, () -> Duration.ZERO);
    }

    /** Starts a server of its own, and once more in the end, to see how long that takes. */
    public void own(Path assembly, Path data, int port, String javaOptions, Report report) throws Exception {
        String token = "benchmark-operator-token-of-loopback-only";
        try (ServerProcess server = new ServerProcess(assembly, data, port, token, javaOptions)) {
            server.start();
            ServerMeasures measures = measure(
                    server.address(),
                    token,
                    server.deployFolder(),
                    report,
                    data.resolve("benchmark-files"),
                    server::processorTime);
            if (rows.contains(Row.START)) {
                server.close();
                long started = System.nanoTime();
                server.start();
                measures.firstVerify(server.address(), started);
            }
        }
    }

    private ServerMeasures measure(
            URI address,
            String operatorToken,
            @Nullable Path deploy,
            Report report,
            Path folder,
            Supplier<Duration> processorTime)
            throws Exception {
        Readiness.await(address.resolve("/health/ready"));
        Tenant tenant = new Tenant(address, Organisation.KEY.value());
        ServerMeasures measures = new ServerMeasures(
                organisation, tenant, new Load(address, connections), report, processorTime, seconds);
        if (tenant.exists(operatorToken)) {
            tenant.signIn();
        } else {
            tenant.create(operatorToken);
            tenant.signIn();
            measures.fill(folder);
        }
        if (deploy != null) {
            FloorBundle.dropInto(deploy);
        }
        Readiness.awaitPost(address.resolve(FloorServlet.PATH + "/1"));
        measures.putPolicy();
        if (rows.contains(Row.AGREE)) {
            measures.agreement(1);
        }
        if (rows.contains(Row.VERIFY)) {
            measures.verify();
        }
        if (rows.contains(Row.BATCH)) {
            measures.batches();
        }
        if (rows.contains(Row.PAGES)) {
            measures.pages();
        }
        if (rows.contains(Row.TOKENS)) {
            measures.tokens();
        }
        if (rows.contains(Row.SHADOW)) {
            measures.shadow();
        }
        if (rows.contains(Row.CHANGES)) {
            measures.changes(changes);
        }
        return measures;
    }
}
