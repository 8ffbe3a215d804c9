package org.sightline.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.storage.internal.database.Database;
import org.sightline.store.StoreUnavailableException;

/** A server that was killed while Derby made its database starts again, and no database is ever taken for such a one. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
final class UnfinishedDerbyTest {

    private Path directory;
    private Path folder;
    private String url;

    @BeforeEach
    void chooseDirectory() throws IOException {
        directory = TestDatabase.newDirectory();
        folder = directory.resolve("db");
        url = TestDatabase.derbyUrl(directory);
    }

    private void breakOff() throws IOException {
        Files.createDirectories(folder.resolve("log"));
        Files.createDirectories(folder.resolve("seg0"));
        Files.writeString(folder.resolve("seg0/c10.dat"), "begun");
        Files.createFile(folder.resolve("dbex.lck"));
    }

    private long aside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("db.unfinished-"))
                    .count();
        }
    }

    @Test
    void whatWasBrokenOffIsMadeAnew() throws IOException {
        breakOff();
        try (Database database = TestDatabase.open(url)) {
            assertThat(database.isShared()).isFalse();
        }
        assertThat(aside()).isEqualTo(1);
        TestDatabase.open(url).close();
        assertThat(aside()).as("at the next start").isEqualTo(1);
    }

    @Test
    void whatAnotherProcessMakesIsLeftAlone() throws IOException {
        breakOff();
        try (FileChannel channel = FileChannel.open(folder.resolve("dbex.lck"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> TestDatabase.open(url)).isInstanceOf(StoreUnavailableException.class);
        }
        Files.delete(folder.resolve("dbex.lck"));
        assertThatThrownBy(() -> TestDatabase.open(url))
                .as("not locked yet")
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(aside()).isZero();
    }

    @Test
    void aDatabaseThatLostItsFileIsLeftAlone() throws IOException {
        TestDatabase.open(url).close();
        Files.delete(folder.resolve("service.properties"));
        assertThatThrownBy(() -> TestDatabase.open(url))
                .isInstanceOf(StoreUnavailableException.class)
                .satisfies(failure -> assertThat(OpeningFailure.words(failure)).contains("restore a backup"));
        assertThat(aside()).isZero();
        assertThat(folder.resolve("seg0")).isDirectoryContaining("glob:**.dat");
    }
}
