package org.sightline.testkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL cluster of its own, from the machine's programs, in a folder of its own and on a free port of the loopback
 * address. Everybody on the machine may log in, so nothing but made-up data belongs there.
 */
public final class ThrowAwayPostgres implements AutoCloseable {

    /** The one login; it may do everything. */
    public static final String USER = "postgres";

    /** PostgreSQL refuses to run as root; the package of the system comes with this account. */
    private static final String ACCOUNT = "postgres";

    /** For tests: a cluster that is thrown away need not survive a power cut. */
    private static final List<String> CARELESS =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200");

    private final Path programs;
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private final AtomicInteger databases = new AtomicInteger();
    private final Thread atExit = new Thread(this::endAtExit, "throw-away-postgres");

    private ThrowAwayPostgres(Path programs, Path parent, List<String> settings) throws IOException {
        this.programs = programs;
        this.settings = settings;
        folder = Files.createTempDirectory(parent, "sightline-postgres");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /**
     * Starts a cluster for tests, which does not wait for the disk.
     *
     * @throws IllegalStateException when PostgreSQL is not installed; the message says what to do
     */
    public static ThrowAwayPostgres start() {
        return start(CARELESS);
    }

    /**
     * Starts a cluster.
     *
     * @param settings in the form of postgresql.conf, such as {@code work_mem=64MB}
     * @throws IllegalStateException when PostgreSQL is not installed; the message says what to do
     */
    public static ThrowAwayPostgres start(List<String> settings) {
        return startBelow(Path.of(System.getProperty("java.io.tmpdir")), settings);
    }

    /**
     * Starts a cluster with all its files below a folder, which everybody must be able to enter.
     *
     * @param settings in the form of postgresql.conf, such as {@code work_mem=64MB}
     * @throws IllegalStateException when PostgreSQL is not installed; the message says what to do
     */
    public static ThrowAwayPostgres startBelow(Path parent, List<String> settings) {
        Path programs =
                InstalledPostgres.programs().orElseThrow(() -> new IllegalStateException(InstalledPostgres.MISSING));
        try {
            ThrowAwayPostgres postgres = new ThrowAwayPostgres(programs, parent, settings);
            postgres.initialise();
            return postgres;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void initialise() throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(ACCOUNT));
        }
        run("initdb", "-D", data(), "-A", "trust", "-U", USER, "-E", "UTF8", "--no-locale", "-N");
        Runtime.getRuntime().addShutdownHook(atExit);
        startAgain();
    }

    /** Starts the cluster after {@link #crash()}, or after it ended by itself. */
    public void startAgain() {
        StringBuilder options = new StringBuilder("-c listen_addresses=127.0.0.1 -c port=")
                .append(port)
                .append(" -c unix_socket_directories=")
                .append(folder);
        settings.forEach(setting -> options.append(" -c ").append(setting));
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options.toString(), "start");
    }

    /** Ends all processes of the cluster without giving them a chance to tell anybody. */
    public void crash() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    /** Whether the cluster's first process is there. */
    public boolean isRunning() {
        return status("pg_ctl", List.of("-D", data(), "status"), true) == 0;
    }

    /** Runs statements in the newest database, each as a transaction. */
    public void execute(String sql) {
        String name = "sightline_" + databases.get();
        run(
                "psql",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                USER,
                "-v",
                "ON_ERROR_STOP=1",
                "-qc",
                sql,
                name);
    }

    /** Makes an empty database and returns its JDBC URL, without a login. */
    public String newDatabase() {
        String name = "sightline_" + databases.incrementAndGet();
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, name);
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String program, String... arguments) {
        int unused = status(program, List.of(arguments), false);
    }

    private int status(String program, List<String> arguments, boolean anyIsFine) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", ACCOUNT, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile("sightline-postgres", ".txt");
            int status = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String said = Files.readString(output);
            Files.delete(output);
            if (status != 0 && !anyIsFine) {
                throw new IllegalStateException(program + " ended with " + status + ": " + said);
            }
            return status;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, interrupted);
        }
    }

    /** Whoever is interrupted leaves no cluster behind. */
    private void endAtExit() {
        try {
            end();
        } catch (IllegalStateException | UncheckedIOException notRunning) {
            System.err.println("cannot throw away the PostgreSQL cluster in " + folder + ": " + notRunning);
        }
    }

    private void end() {
        if (isRunning()) {
            crash();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the cluster and removes its folder. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }
}
