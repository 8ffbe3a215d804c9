package org.sightline.storage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sightline.audit.AuditEntry;
import org.sightline.storage.internal.database.Database;
import org.sightline.storage.internal.image.Filling;
import org.sightline.storage.internal.image.ImageFile;
import org.sightline.storage.internal.image.ImageWriter;
import org.sightline.storage.internal.tables.AuditTable;
import org.sightline.store.ImageManifest;
import org.sightline.store.StoreImage;

/** Writes the database into a file, and a file into the database. */
@Component
public final class JdbcStoreImage implements StoreImage {

    private final Database database;
    private final AuditTable audit = new AuditTable();

    /** Creates the image of a database. */
    @Activate
    public JdbcStoreImage(@Reference(name = "database") Database database) {
        this.database = database;
    }

    @Override
    public ImageManifest write(Path file, Path scratch, Heading heading, LongConsumer rows) {
        try {
            Path folder = Files.createTempDirectory(scratch, SCRATCH_PREFIX);
            try {
                return database.readStill(
                        "write a backup", folder, connection -> new ImageWriter(connection, rows).write(file, heading));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    @Override
    public ImageManifest read(Path file) {
        try (ImageFile image = ImageFile.open(file)) {
            return image.manifest();
        }
    }

    @Override
    public void check(ImageManifest manifest) {
        database.transaction("look whether the store is empty", connection -> {
            Filling.check(connection, manifest);
            return true;
        });
    }

    @Override
    public ImageManifest fill(Path file, AuditEntry entry, LongConsumer rows) {
        try (ImageFile image = ImageFile.open(file)) {
            return database.transaction("restore a backup", connection -> {
                new Filling(connection, rows).fill(image);
                audit.addToOperatorsOwn(connection, entry);
                return image.manifest();
            });
        }
    }

    @Override
    public void note(AuditEntry entry) {
        database.transaction("write an audit entry", connection -> {
            audit.addToOperatorsOwn(connection, entry);
            return true;
        });
    }
}
