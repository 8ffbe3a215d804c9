package org.sightline.storage.internal.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Derby database whose making was broken off, by a kill or a full disk at the very first start. Derby refuses to go on
 * with it, or to make another one in its place, and asks for somebody to delete it.
 *
 * @param folder where it lies
 */
record UnfinishedDerby(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedDerby.class);

    /** The last things that Derby writes when it makes a database, and what it keeps of them during its own updates. */
    private static final List<String> LAST_WRITTEN = List.of("service.properties", "service.propertiesold");

    /** Of this Derby keeps a lock while it works on a database, also while it makes one. */
    private static final String LOCK = "dbex.lck";

    /** Derby's own tables are fewer files, ours more than twice as many: a database with data in it is never touched. */
    private static final int MOST_FILES = 100;

    /** How long another process may take from making the folder to locking it. */
    private static final Duration BEFORE_LOCK = Duration.ofSeconds(10);

    /** Makes way for a new database, when there is an unfinished one that nobody works on. */
    void putAside() {
        try {
            if (isUnfinished() && isLeft()) {
                Path aside = folder.resolveSibling(
                        folder.getFileName() + ".unfinished-" + Instant.now().getEpochSecond());
                Files.move(folder, aside);
                LOG.warn(
                        "The making of the database in {} was broken off before anything was in it; it is made anew,"
                                + " what there was lies in {} and may be deleted",
                        folder,
                        aside);
            }
        } catch (IOException e) {
            // Opening it fails next, and says what Derby thinks of it.
            LOG.warn("Cannot look whether the making of the database in {} was broken off", folder, e);
        }
    }

    private boolean isUnfinished() throws IOException {
        if (!Files.isDirectory(folder) || LAST_WRITTEN.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.limit(MOST_FILES + 1L).count() <= MOST_FILES;
        }
    }

    private boolean isLeft() throws IOException {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(BEFORE_LOCK));
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            @Nullable FileLock own = channel.tryLock();
            return own != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }
}
