package org.sightline.storage.internal.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sightline.json.Json;
import org.sightline.store.ImageManifest;
import org.sightline.store.ImageManifest.TableContents;
import org.sightline.store.ImageManifest.TenantRevision;
import org.sightline.store.StoreImage;

/** Writes all tables into a zip file: an entry of JSON lines for each, and the manifest as the last (docs/storage.md, "Backups"). */
public final class ImageWriter {

    static final int FORMAT = 1;
    static final String MANIFEST = "manifest.json";

    /** So many rows are fetched at a time, and told of. */
    static final int STEP = 1000;

    /** Twice as fast as the default and a tenth larger. */
    private static final int COMPRESSION = 3;

    private final Connection connection;
    private final LongConsumer progress;
    private long written;

    /** Writes what a connection sees, which must not change meanwhile. */
    public ImageWriter(Connection connection, LongConsumer progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Writes the file and waits until it is on the disk. */
    public ImageManifest write(Path file, StoreImage.Heading heading) throws SQLException {
        try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            zip.setLevel(COMPRESSION);
            List<TableContents> contents = new ArrayList<>();
            for (Table table : Catalogue.tables(connection)) {
                zip.putNextEntry(new ZipEntry(entry(table.name())));
                contents.add(write(table, zip));
                zip.closeEntry();
            }
            ImageManifest manifest = new ImageManifest(
                    FORMAT,
                    heading.createdAt(),
                    heading.keyMark(),
                    Catalogue.schema(connection),
                    tenants(),
                    contents,
                    checksum(contents));
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(Json.bytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String entry(String table) {
        return "tables/" + table + ".ndjson";
    }

    private TableContents write(Table table, OutputStream out) throws SQLException, IOException {
        ContentSum sum = new ContentSum();
        RowText text = new RowText(table);
        out.write(Json.bytes(table.columnNames()));
        out.write('\n');
        try (PreparedStatement statement = connection.prepareStatement(table.select())) {
            statement.setFetchSize(STEP);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    text.take(rows);
                    byte[] line = text.line();
                    sum.add(line);
                    out.write(line);
                    out.write('\n');
                    if (++written % STEP == 0) {
                        progress.accept(written);
                    }
                }
            }
        }
        progress.accept(written);
        return new TableContents(table.name(), sum.rows(), sum.hex());
    }

    private List<TenantRevision> tenants() throws SQLException {
        List<TenantRevision> tenants = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select tenant_key, revision from tenant order by tenant_key");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantRevision(rows.getString(1), rows.getLong(2)));
            }
        }
        return tenants;
    }

    static String checksum(List<TableContents> contents) {
        StringBuilder all = new StringBuilder();
        contents.forEach(table -> all.append(table.table())
                .append(' ')
                .append(table.rows())
                .append(' ')
                .append(table.checksum())
                .append('\n'));
        return HexFormat.of()
                .formatHex(ContentSum.sha256().digest(all.toString().getBytes(UTF_8)));
    }
}
