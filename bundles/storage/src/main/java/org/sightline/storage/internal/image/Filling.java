package org.sightline.storage.internal.image;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.store.ImageManifest;
import org.sightline.store.ImageManifest.TableContents;

/** Fills an empty store with an image, within a transaction of the caller's (docs/storage.md, "Backups"). */
public final class Filling {

    private final Connection connection;
    private final LongConsumer progress;
    private long rows;

    /** Fills what a connection leads to. */
    public Filling(Connection connection, LongConsumer progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Checks that an image could be filled in here.
     *
     * @throws ProblemException {@code schema_mismatch}, {@code server_not_empty}
     */
    public static void check(Connection connection, ImageManifest manifest) throws SQLException {
        requireSameSchema(Catalogue.schema(connection), manifest.schema());
        long tenants = number(connection, "select count(*) from tenant_writer");
        if (tenants > 0) {
            throw Problem.conflict(
                            Codes.SERVER_NOT_EMPTY,
                            "this server has " + tenants + (tenants == 1 ? " tenant" : " tenants")
                                    + "; only an empty one can be filled from a backup. Start one with an empty data"
                                    + " directory or database")
                    .exception();
        }
    }

    private static void requireSameSchema(List<String> here, List<String> there) {
        if (here.equals(there)) {
            return;
        }
        List<String> missing = new ArrayList<>(there);
        missing.removeAll(here);
        List<String> more = new ArrayList<>(here);
        more.removeAll(there);
        throw Problem.conflict(
                        Codes.SCHEMA_MISMATCH,
                        "the backup was made by another release, whose tables differ (unknown here: " + missing
                                + ", unknown there: " + more + "); restore it with the release that made it, and then"
                                + " start this one on the same database")
                .exception();
    }

    /**
     * Fills all tables, reads them again and compares.
     *
     * @throws ProblemException {@code backup_damaged} and as {@link #check}
     */
    public void fill(ImageFile image) throws SQLException {
        // Keeps out whoever would create a tenant meanwhile.
        execute("lock table tenant_writer in exclusive mode");
        check(connection, image.manifest());
        Map<String, TableContents> expected = new HashMap<>();
        image.manifest().tables().forEach(contents -> expected.put(contents.table(), contents));
        List<Table> tables = Catalogue.tables(connection);
        for (Table table : tables) {
            execute("delete from " + table.name());
            compare("in the file", expected.get(table.name()), insert(table, image));
        }
        for (Table table : tables) {
            compare("read again", expected.get(table.name()), readAgain(table));
            continueNumbers(table);
        }
    }

    private TableContents insert(Table table, ImageFile image) throws SQLException {
        ContentSum sum = new ContentSum();
        try (JsonParser parser = image.rows(table.name());
                PreparedStatement insert = connection.prepareStatement(table.insert())) {
            if (!RowText.names(parser).equals(table.columnNames())) {
                throw ImageFile.damaged("the columns of `" + table.name() + "` are not those of this server")
                        .exception();
            }
            RowText text = new RowText(table);
            int waiting = 0;
            while (text.take(parser)) {
                sum.add(text.line());
                text.give(insert);
                insert.addBatch();
                if (++waiting == ImageWriter.STEP) {
                    insert.executeBatch();
                    waiting = 0;
                }
                count();
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        } catch (IOException e) {
            throw ImageFile.damaged("`" + table.name() + "`: " + e.getMessage(), e);
        }
        return new TableContents(table.name(), sum.rows(), sum.hex());
    }

    private TableContents readAgain(Table table) throws SQLException {
        ContentSum sum = new ContentSum();
        try (PreparedStatement statement = connection.prepareStatement(table.select())) {
            statement.setFetchSize(ImageWriter.STEP);
            RowText text = new RowText(table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    text.take(found);
                    sum.add(text.line());
                    count();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a row in memory has no text", e);
        }
        return new TableContents(table.name(), sum.rows(), sum.hex());
    }

    private void count() {
        if (++rows % ImageWriter.STEP == 0) {
            progress.accept(rows);
        }
    }

    private static void compare(String where, @Nullable TableContents expected, TableContents found) {
        if (!found.equals(expected)) {
            throw ImageFile.damaged("`" + found.table() + "` " + where + " is " + found.rows() + " rows with checksum "
                            + found.checksum() + ", its manifest says "
                            + (expected == null ? "nothing of it" : expected.rows() + " with " + expected.checksum()))
                    .exception();
        }
    }

    /** What the database numbers itself goes on behind the numbers that were filled in. */
    private void continueNumbers(Table table) throws SQLException {
        if (table.identity() != null) {
            long last = number(connection, "select max(" + table.identity() + ") from " + table.name());
            execute("alter table " + table.name() + " alter column " + table.identity() + " restart with "
                    + (last + 1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
