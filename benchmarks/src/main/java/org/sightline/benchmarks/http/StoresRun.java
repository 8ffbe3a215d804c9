package org.sightline.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sightline.benchmarks.report.Measure;
import org.sightline.benchmarks.report.Report;
import org.sightline.json.Json;
import org.sightline.testkit.postgres.ThrowAwayPostgres;

/**
 * The same reads and durable writes over HTTP, on servers that differ in their database only.
 *
 * @param assembly    the unpacked assembly
 * @param data        below it each server gets a data directory
 * @param port        of the servers, one after the other
 * @param javaOptions of the servers
 * @param members     of each tenant
 * @param tenants     how many
 * @param connections how many at the same time, for each round
 * @param seconds     for each round
 */
public record StoresRun(
        Path assembly,
        Path data,
        int port,
        String javaOptions,
        int members,
        int tenants,
        List<Integer> connections,
        double seconds) {

    private static final String TOKEN = "benchmark-operator-token-of-loopback-only";
    private static final int READS = 1 << 14;
    private static final int WRITES = 1 << 17;

    /** Every commit waits for the disk, as in earnest; more memory than the default, which is for tiny machines. */
    private static final List<String> SETTINGS = List.of("shared_buffers=1GB", "max_wal_size=4GB");

    /** Measures one kind; throws when a write was answered and not done. */
    public void measure(StoreKind kind, Report report) throws Exception {
        if (kind == StoreKind.DERBY) {
            measure("Derby", Map.of(), report);
            return;
        }
        try (ThrowAwayPostgres postgres = ThrowAwayPostgres.start(SETTINGS)) {
            Map<String, String> database =
                    Map.of("SIGHTLINE_JDBC_URL", postgres.newDatabase(), "SIGHTLINE_JDBC_USER", ThrowAwayPostgres.USER);
            measure("PostgreSQL", database, report);
        }
    }

    private void measure(String name, Map<String, String> database, Report report) throws Exception {
        Path folder = data.resolve(name + "-" + UUID.randomUUID());
        try (ServerProcess server = new ServerProcess(assembly, folder, port, TOKEN, javaOptions, database)) {
            server.start();
            Readiness.await(server.address().resolve("/health/ready"));
            List<Tenant> all = fill(server.address(), folder);
            List<byte[]> verifies = IntStream.range(0, READS)
                    .mapToObj(read -> all.get(read % tenants).verify(read * 7 % members, read * 13 % members))
                    .toList();
            List<byte[]> reads = IntStream.range(0, READS)
                    .mapToObj(read -> all.get(read % tenants).member("m" + read * 7 % members))
                    .toList();
            for (int count : connections) {
                Load load = new Load(server.address(), count);
                load.run(verifies, seconds);
                add(report, name + ": verify", count, load.run(verifies, seconds));
                load.run(reads, seconds);
                add(report, name + ": read a member", count, load.run(reads, seconds));
                writes(server.address(), name + ": change a member of one tenant", all.subList(0, 1), count, report);
                writes(server.address(), name + ": change a member of " + tenants + " tenants", all, count, report);
            }
        }
    }

    private List<Tenant> fill(URI address, Path folder) throws IOException, InterruptedException {
        Path lines = Files.createTempFile(folder, "members", ".ndjson");
        Files.writeString(
                lines,
                IntStream.range(0, members)
                        .mapToObj(member ->
                                Json.text(Map.of("kind", "user", "user_id", "m" + member, "name", "Member " + member)))
                        .collect(Collectors.joining("\n")));
        List<Tenant> all = new ArrayList<>();
        for (int number = 0; number < tenants; number++) {
            Tenant tenant = new Tenant(address, "t" + number);
            tenant.create(TOKEN);
            tenant.signIn();
            tenant.importLines(lines);
            all.add(tenant);
        }
        return all;
    }

    /** No two requests give a member the same name, or some would change nothing. */
    private void writes(URI address, String what, List<Tenant> to, int count, Report report) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        List<byte[]> writes = IntStream.range(0, WRITES)
                .mapToObj(write -> to.get(write % to.size())
                        .rename("m" + write / to.size() % members, "Member " + run + " " + write))
                .toList();
        long before = revisions(address, to);
        Load.Outcome outcome = new Load(address, count).run(writes, seconds);
        long done = revisions(address, to) - before;
        if (done != outcome.answers()) {
            throw new IOException(
                    what + ": " + outcome.answers() + " writes were answered, and " + done + " were done");
        }
        add(report, what, count, outcome);
    }

    private static long revisions(URI address, List<Tenant> of) throws IOException {
        long sum = 0;
        try (Connection connection = new Connection(address)) {
            for (Tenant tenant : of) {
                sum += connection.ask(tenant.member("m0")).revision();
            }
        }
        return sum;
    }

    private void add(Report report, String what, int count, Load.Outcome outcome) {
        String note = count
                + (count == 1 ? " connection, " : " connections, ")
                + String.format(Locale.ROOT, "median %.0f us", outcome.medianMicros());
        report.add(new Measure(what, members * tenants, "flat", outcome.perSecond(), "1/s", null, note));
    }
}
