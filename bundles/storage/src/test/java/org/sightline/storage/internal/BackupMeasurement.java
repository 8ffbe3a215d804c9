package org.sightline.storage.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.ImageManifest;
import org.sightline.store.StateChange;
import org.sightline.store.StoreImage;
import org.sightline.store.TenantCommit;
import org.sightline.store.TenantStore;

/**
 * Measures backup and restore of one large tenant, and what a backup costs those who write meanwhile; a program, not a
 * test.
 *
 * <p>Arguments: members (100000), JDBC URL of an empty database to back up and of an empty one to restore into (Derby in new
 * directories below {@code target/databases}).
 */
public final class BackupMeasurement {

    private static final PrintStream OUT = System.out;
    private static final int CHANGES_ALONE = 200;

    private final StorageMeasurement large;
    private final int members;

    private BackupMeasurement(int members) {
        this.members = members;
        this.large = new StorageMeasurement(members);
    }

    /** Runs all measurements. */
    public static void main(String[] arguments) throws Exception {
        int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        String from = arguments.length > 1 ? arguments[1] : TestDatabase.derbyUrl(TestDatabase.newDirectory());
        String to = arguments.length > 2 ? arguments[2] : TestDatabase.derbyUrl(TestDatabase.newDirectory());
        Path folder = Files.createTempDirectory(Path.of("target"), "backup-");
        Path file = Files.createFile(folder.resolve("measured.zip"));
        BackupMeasurement measurement = new BackupMeasurement(members);
        ImageManifest written = measurement.backUp(from, file, folder);
        measurement.restore(to, file, folder, written);
    }

    private ImageManifest backUp(String url, Path file, Path folder) throws Exception {
        try (Database database = TestDatabase.open(url)) {
            TenantStore store = new JdbcTenantStore(database);
            long start = System.nanoTime();
            store.commit(List.of(new TenantCommit(
                    StorageMeasurement.TENANT, 0, large.everything(), List.of(StorageMeasurement.entry(1)))));
            say("import " + members + " members", start);

            List<Long> alone = new ArrayList<>();
            for (int i = 0; i < CHANGES_ALONE; i++) {
                alone.add(change(store));
            }
            say("a change while nothing else runs", alone);

            List<Long> meanwhile = Collections.synchronizedList(new ArrayList<>());
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    meanwhile.add(change(store));
                }
            });
            start = System.nanoTime();
            StoreImage image = new JdbcStoreImage(database);
            ImageManifest written = image.write(file, folder, heading(), rows -> {});
            say("back up " + written.rowCount() + " rows into " + (Files.size(file) >> 20) + " MB", start);
            enough.set(true);
            writer.join();
            say("a change while the backup ran", meanwhile);

            start = System.nanoTime();
            Files.write(file, new byte[0]);
            written = image.write(file, folder, heading(), rows -> {});
            say("back up with nobody else at work", start);
            return written;
        }
    }

    private static StoreImage.Heading heading() {
        return new StoreImage.Heading(Instant.now(), "measured");
    }

    private long change(TenantStore store) {
        long revision = store.revision(StorageMeasurement.TENANT).orElseThrow();
        return StorageMeasurement.commit(store, revision, new StateChange.PutMember(large.anyMember()));
    }

    private void restore(String url, Path file, Path folder, ImageManifest written) throws IOException {
        try (Database database = TestDatabase.open(url)) {
            StoreImage image = new JdbcStoreImage(database);
            AuditEntry entry =
                    new AuditEntry(Instant.now(), Actor.SYSTEM, "backup.restore", "backup", "b", null, null, 0);
            long start = System.nanoTime();
            image.fill(file, entry, rows -> {});
            say("restore and compare", start);
            start = System.nanoTime();
            int loaded = new JdbcTenantStore(database)
                    .load(StorageMeasurement.TENANT)
                    .orElseThrow()
                    .members()
                    .size();
            say("load " + loaded + " members of the copy", start);
            Files.write(file, new byte[0]);
            ImageManifest copy = image.write(file, folder, heading(), rows -> {});
            long equal =
                    copy.tables().stream().filter(written.tables()::contains).count();
            OUT.printf(
                    "%d of %d tables have equal checksums (the log of the restore differs)%n",
                    equal, copy.tables().size());
        }
    }

    private static void say(String what, long start) {
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        OUT.printf("%-55s %8d ms, heap in use %d MB%n", what, (System.nanoTime() - start) / 1_000_000, used >> 20);
    }

    private static void say(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return;
        }
        OUT.printf(
                "%-55s p50 %.1f ms, p99 %.1f ms, worst %.1f ms of %d%n",
                what,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6,
                sorted.get(sorted.size() - 1) / 1e6,
                sorted.size());
    }
}
