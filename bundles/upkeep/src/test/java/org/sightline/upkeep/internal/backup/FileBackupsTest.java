package org.sightline.upkeep.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.SecretBox;
import org.sightline.audit.Actor;
import org.sightline.problem.Codes;
import org.sightline.problem.ProblemException;
import org.sightline.store.StoreUnavailableException;
import org.sightline.upkeep.Backup;

/** Files of backups: whole or not there, for their owner only, and inside their folder. */
final class FileBackupsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path data;

    private final FakeImage image = new FakeImage();
    private FileBackups backups;

    @BeforeEach
    void open() throws IOException {
        backups = open("one key");
    }

    private FileBackups open(String key) throws IOException {
        return new FileBackups(image, new Box(key), Clock.fixed(NOON, ZoneOffset.UTC), data.resolve("backups"));
    }

    private Backup create(String name) {
        return backups.create(backups.name(name), Actor.OPERATOR, rows -> {});
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBackupIsAFileForItsOwnerOnly() throws IOException {
        List<Long> progress = new ArrayList<>();
        Backup made = backups.create(backups.name(null), Actor.OPERATOR, progress::add);

        assertThat(made.name()).isEqualTo("backup-20260301-120000.zip");
        assertThat(files()).containsExactly(made.name());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("backups").resolve(made.name()))))
                .isEqualTo("rw-------");
        assertThat(backups.list()).containsExactly(made);
        assertThat(progress).containsExactly(1L);
        assertThat(image.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("backup.create");
            assertThat(entry.objectId()).isEqualTo(made.name());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "a/b", ".hidden", "a b", "ü", "/etc/passwd", "x\n"})
    void aNameStaysInsideTheFolder(String name) {
        assertThat(refusal(() -> backups.name(name))).isEqualTo(Codes.INVALID);
        assertThat(refusal(() -> backups.check(name, true))).isEqualTo(Codes.INVALID);
        assertThat(refusal(() -> backups.name("x".repeat(65)))).isEqualTo(Codes.INVALID);
    }

    private static String refusal(Runnable action) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, action::run);
        assertThat(refused).isNotNull();
        return refused.problem().code();
    }

    @Test
    void aNameIsTakenOnce() {
        create("nightly");
        assertThat(refusal(() -> create("nightly"))).isEqualTo(Codes.DUPLICATE_ID);
        assertThat(refusal(() -> create("nightly.zip"))).isEqualTo(Codes.DUPLICATE_ID);
        assertThat(create("Nightly").name()).isEqualTo("Nightly.zip");
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        image.failure = new StoreUnavailableException("gone", new IOException());
        assertThat(refusal(() -> create("one"))).isEqualTo(Codes.UNAVAILABLE);
        image.failure = new UncheckedIOException(new IOException("No space left on device"));
        assertThat(refusal(() -> create("two"))).isEqualTo(Codes.UNAVAILABLE);
        assertThat(files()).isEmpty();
        assertThat(image.entries).isEmpty();
        image.failure = null;
        create("one");
        assertThat(files()).containsExactly("one.zip");
    }

    @Test
    void whatAKilledServerLeftGoesAtTheNextStart() throws IOException {
        Path folder = data.resolve("backups");
        Files.writeString(folder.resolve(".draft-one.zip"), "half");
        Files.createDirectories(folder.resolve("image-123/db/seg0"));
        Files.writeString(folder.resolve("image-123/db/seg0/c1.dat"), "half");
        create("kept");

        backups = open("one key");
        assertThat(files()).containsExactly("kept.zip");
    }

    @Test
    void oneThingAtATime() {
        create("first");
        List<String> refusals = new ArrayList<>();
        image.meanwhile = () -> other(() -> refusals.add(refusal(() -> create("second"))));
        create("third");
        image.meanwhile = () ->
                other(() -> refusals.add(refusal(() -> backups.restore("first", false, Actor.OPERATOR, rows -> {}))));
        create("fourth");
        assertThat(refusals).containsExactly(Codes.CONFLICT, Codes.CONFLICT);
    }

    private static void other(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBackupIsRestoredOnceEverythingFits() throws IOException {
        create("one");
        assertThat(refusal(() -> backups.check("two", false))).isEqualTo(Codes.INVALID);
        image.empty = false;
        assertThat(refusal(() -> restore("one", false))).isEqualTo(Codes.SERVER_NOT_EMPTY);
        image.empty = true;
        assertThat(restore("one", false).name()).isEqualTo("one.zip");
        assertThat(image.filled).containsExactly("one.zip");
        assertThat(image.entries)
                .extracting(entry -> entry.action())
                .containsExactly("backup.create", "backup.restore");
    }

    private Backup restore(String name, boolean acceptOtherKey) {
        return backups.restore(name, acceptOtherKey, Actor.OPERATOR, rows -> {});
    }

    @Test
    void anotherServersKeyIsToldOf() throws IOException {
        create("one");
        backups = open("another key");
        assertThat(refusal(() -> restore("one", false))).isEqualTo(Codes.SERVER_KEY_MISMATCH);
        assertThat(restore("one", true).name()).isEqualTo("one.zip");
    }

    @Test
    void aDamagedFileIsListedAsSuch() throws IOException {
        create("good");
        Files.writeString(data.resolve("backups/bad.zip"), "");
        Files.writeString(data.resolve("backups/notes.txt"), "not one of ours");
        assertThat(backups.list()).extracting(Backup::name).containsExactly("good.zip", "bad.zip");
        assertThat(backups.list().get(1).damage()).isEqualTo("it is empty");
        assertThat(refusal(() -> restore("bad", false))).isEqualTo(Codes.BACKUP_DAMAGED);
    }

    /** Digests are the key and the secret. */
    private record Box(String key) implements SecretBox {

        @Override
        public String seal(String secret) {
            return key + secret;
        }

        @Override
        public String open(String sealed) {
            return sealed.substring(key.length());
        }

        @Override
        public String digest(String secret) {
            return key + "/" + secret;
        }
    }
}
