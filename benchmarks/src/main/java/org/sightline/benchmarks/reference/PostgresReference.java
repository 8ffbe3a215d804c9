package org.sightline.benchmarks.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sightline.benchmarks.engine.PlainServer;
import org.sightline.benchmarks.organisation.Organisation;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.testkit.postgres.ThrowAwayPostgres;
import org.sightline.visibility.model.VisibilityPolicy;

/** The same questions as SQL: a closure table, resolved groups, rules as rows, indexes for all of it; durable. */
public final class PostgresReference implements Reference {

    private static final int FLUSH_BYTES = 1 << 16;

    private static final List<String> SETTINGS =
            List.of("shared_buffers=1GB", "work_mem=256MB", "max_wal_size=4GB", "jit=off");

    private final ThrowAwayPostgres server;
    private final Connection connection;
    private List<Entries.Pair> rules = List.of();
    private @Nullable Entries entries;
    private @Nullable PreparedStatement check;
    private @Nullable PreparedStatement list;

    private PostgresReference(ThrowAwayPostgres server) throws SQLException {
        this.server = server;
        connection = DriverManager.getConnection(
                server.newDatabase() + "?user=" + ThrowAwayPostgres.USER + "&prepareThreshold=1");
    }

    /** Starts one. */
    public static PostgresReference start() throws Exception {
        return new PostgresReference(ThrowAwayPostgres.start(SETTINGS));
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void load(Organisation organisation) throws Exception {
        DirectorySnapshot directory = PlainServer.load(organisation.state()).directory();
        Entries made = new Entries(directory);
        entries = made;
        rules = made.of(organisation.state().policy());
        execute(resource("tables.sql"));
        copy("member", rows -> members(directory, rows));
        copy("place", rows -> places(directory, rows));
        copy("closure", rows -> closure(directory, rows));
        copy("group_member", rows -> groups(directory, made, rows));
        for (int number = 0; number < rules.size(); number++) {
            insert(number, rules.get(number));
        }
        execute(resource("indexes.sql"));
        check = connection.prepareStatement(resource("check.sql"));
        list = connection.prepareStatement(resource("list.sql"));
    }

    private static void members(DirectorySnapshot directory, Consumer<String> rows) {
        for (int member = 0; member < directory.memberCount(); member++) {
            rows.accept(member + "\t" + directory.isActive(member));
        }
    }

    private static void places(DirectorySnapshot directory, Consumer<String> rows) {
        for (int member = 0; member < directory.memberCount(); member++) {
            for (int department : directory.departmentsOf(member)) {
                rows.accept(member + "\t" + department);
            }
        }
    }

    private static void closure(DirectorySnapshot directory, Consumer<String> rows) {
        for (int above = 0; above < directory.departmentCount(); above++) {
            for (int below = above; below < directory.subtreeEnd(above); below++) {
                rows.accept(above + "\t" + below);
            }
        }
    }

    private static void groups(DirectorySnapshot directory, Entries entries, Consumer<String> rows) {
        for (int group = 0; group < entries.groups().size(); group++) {
            for (int member : directory.membersOf(entries.groups().get(group))) {
                rows.accept(group + "\t" + member);
            }
        }
    }

    /** Writes rows through PostgreSQL's own bulk format. */
    private void copy(String table, Consumer<Consumer<String>> content) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        StringBuilder waiting = new StringBuilder();
        content.accept(row -> {
            waiting.append(row).append('\n');
            if (waiting.length() > FLUSH_BYTES) {
                flush(copy, waiting);
            }
        });
        flush(copy, waiting);
        copy.endCopy();
    }

    private static void flush(CopyIn copy, StringBuilder waiting) {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.US_ASCII);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL takes no more rows", e);
        }
        waiting.setLength(0);
    }

    private void insert(int number, Entries.Pair rule) throws SQLException {
        execute("insert into rule values (" + number + ", " + rule.set() + ", " + rule.hidden() + ")");
        execute("insert into rule_subject values (" + number + ", " + row(rule.subject()) + ")");
        execute("insert into rule_object values (" + number + ", " + row(rule.object()) + ")");
    }

    private static String row(Entries.Entry entry) {
        return entry.kind().code + ", " + entry.number();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean sees(int viewer, int target) throws Exception {
        PreparedStatement question = loaded(check);
        question.setInt(1, viewer);
        question.setInt(2, target);
        try (ResultSet answer = question.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static <T> T loaded(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("nothing was loaded");
        }
        return part;
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public int list(int viewer) throws Exception {
        PreparedStatement question = loaded(list);
        question.setInt(1, viewer);
        int seen = 0;
        try (ResultSet answer = question.executeQuery()) {
            while (answer.next()) {
                seen++;
            }
        }
        return seen;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public void change(VisibilityPolicy policy) throws Exception {
        List<Entries.Pair> next = loaded(entries).of(policy);
        List<Integer> different = new ArrayList<>();
        for (int number = 0; number < next.size(); number++) {
            if (!next.get(number).equals(rules.get(number))) {
                different.add(number);
            }
        }
        connection.setAutoCommit(false);
        for (int number : different) {
            execute("delete from rule where id = " + number);
            execute("delete from rule_subject where rule = " + number);
            execute("delete from rule_object where rule = " + number);
            insert(number, next.get(number));
        }
        connection.commit();
        connection.setAutoCommit(true);
        rules = next;
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = PostgresReference.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IOException("the program does not hold " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        try (server) {
            connection.close();
        }
    }
}
