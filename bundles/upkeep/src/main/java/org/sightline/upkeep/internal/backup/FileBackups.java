package org.sightline.upkeep.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.sightline.access.SecretBox;
import org.sightline.audit.Actor;
import org.sightline.audit.AuditEntry;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.store.ImageManifest;
import org.sightline.store.StoreImage;
import org.sightline.store.StoreUnavailableException;
import org.sightline.upkeep.Backup;
import org.sightline.upkeep.Backups;
import org.sightline.upkeep.internal.UpkeepSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups as files in a folder; one thing at a time. */
@Component(
        service = Backups.class,
        configurationPid = UpkeepSettings.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = UpkeepSettings.class)
public final class FileBackups implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(FileBackups.class);

    /** Digested under the server's key, it tells this key apart from others and nothing else. */
    private static final String KEY_MARK = "the key of a backup";

    private static final DateTimeFormatter BY_TIME =
            DateTimeFormatter.ofPattern("'backup-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final StoreImage image;
    private final Clock clock;
    private final String keyMark;
    private final BackupFolder folder;
    private final ReentrantLock atWork = new ReentrantLock();

    /** Keeps backups where the settings say. */
    @Activate
    public FileBackups(
            @Reference(name = "image") StoreImage image,
            @Reference(name = "secrets") SecretBox secrets,
            @Reference(name = "clock") Clock clock,
            UpkeepSettings settings)
            throws IOException {
        this(image, secrets, clock, folder(settings.backup__folder()));
    }

    FileBackups(StoreImage image, SecretBox secrets, Clock clock, Path folder) throws IOException {
        this.image = image;
        this.clock = clock;
        this.keyMark = secrets.digest(KEY_MARK);
        this.folder = new BackupFolder(folder);
        this.folder.prepare(StoreImage.SCRATCH_PREFIX);
    }

    private static Path folder(String setting) {
        return setting.isBlank()
                ? Path.of(System.getProperty("sightline.data", "data"), "backups")
                : Path.of(setting.strip());
    }

    @Override
    public String name(@Nullable String wanted) {
        String name = BackupFolder.fileName(wanted == null ? BY_TIME.format(clock.instant()) : wanted);
        if (folder.find(name) != null) {
            throw Problem.conflict(Codes.DUPLICATE_ID, "there is a backup `" + name + "` already; choose another name")
                    .exception();
        }
        return name;
    }

    @Override
    public Backup create(String name, Actor actor, LongConsumer rows) {
        return alone(() -> {
            try {
                return write(name(name), actor, rows);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Backup write(String name, Actor actor, LongConsumer rows) throws IOException {
        Instant now = clock.instant();
        Path draft = folder.draft(name);
        try {
            ImageManifest contents = image.write(draft, folder.path(), new StoreImage.Heading(now, keyMark), rows);
            image.note(entry(actor, "backup.create", name, contents));
            Path file = folder.publish(draft, name);
            LOG.info("wrote the backup {}: {} rows, {} bytes", file, contents.rowCount(), Files.size(file));
            return new Backup(name, Files.size(file), contents, null);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private AuditEntry entry(Actor actor, String action, String name, ImageManifest contents) {
        Map<String, Object> what = Map.of(
                "name",
                name,
                "created_at",
                contents.createdAt().toString(),
                "rows",
                contents.rowCount(),
                "checksum",
                contents.checksum());
        return new AuditEntry(clock.instant(), actor, action, "backup", name, null, what, 0);
    }

    @Override
    public List<Backup> list() {
        return folder.files().stream()
                .map(this::read)
                .sorted(Comparator.comparing(FileBackups::age).thenComparing(Backup::name))
                .toList();
    }

    private static long age(Backup backup) {
        @Nullable ImageManifest contents = backup.contents();
        return contents == null ? Long.MAX_VALUE : -contents.createdAt().toEpochMilli();
    }

    private Backup read(Path file) {
        String name = file.getFileName().toString();
        long size = file.toFile().length();
        try {
            return new Backup(name, size, image.read(file), null);
        } catch (ProblemException e) {
            return new Backup(name, size, null, e.problem().detail());
        }
    }

    @Override
    public Backup check(String name, boolean acceptOtherKey) {
        Path file = existing(name);
        ImageManifest contents = image.read(file);
        asked(() -> {
            image.check(contents);
            return contents;
        });
        if (!acceptOtherKey && !contents.keyMark().equals(keyMark)) {
            throw Problem.conflict(
                            Codes.SERVER_KEY_MISMATCH,
                            "the backup's secrets are sealed with the key of another server. Give this server that key"
                                    + " (`server.key` in the data directory, or SIGHTLINE_SERVER_KEY) and start it again;"
                                    + " or restore with `accept_other_key`, and then reset invitations, webhook secrets"
                                    + " and secrets of apps")
                    .exception();
        }
        return new Backup(file.getFileName().toString(), file.toFile().length(), contents, null);
    }

    private Path existing(String name) {
        String fileName = BackupFolder.fileName(name);
        @Nullable Path file = folder.find(fileName);
        if (file == null) {
            throw Problem.invalid(
                            "/name",
                            Codes.INVALID,
                            "there is no backup `" + fileName + "`; backups lie in `" + folder.path()
                                    + "` on the server's machine")
                    .exception();
        }
        return file;
    }

    @Override
    public Backup restore(String name, boolean acceptOtherKey, Actor actor, LongConsumer rows) {
        return alone(() -> {
            Backup backup = check(name, acceptOtherKey);
            Path file = existing(name);
            ImageManifest contents = image.read(file);
            image.fill(file, entry(actor, "backup.restore", backup.name(), contents), rows);
            LOG.info("restored the backup {}: {} rows", file, contents.rowCount());
            return backup;
        });
    }

    /** Does a piece of work that nothing else of its sort runs beside. */
    private <T> T alone(Supplier<T> work) {
        if (!atWork.tryLock()) {
            throw Problem.conflict(Codes.CONFLICT, "a backup or a restore is running already; wait for its end")
                    .exception();
        }
        try {
            return asked(work);
        } finally {
            atWork.unlock();
        }
    }

    private <T> T asked(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            LOG.warn("the store is unavailable", e);
            throw unavailable("the database does not let it be finished; nothing was changed, try again", e);
        } catch (UncheckedIOException e) {
            LOG.warn("cannot write into {}", folder.path(), e);
            throw unavailable(
                    "a file in `" + folder.path() + "` cannot be written (" + e.getMessage()
                            + "); see to space and permissions, and try again",
                    e);
        }
    }

    private static ProblemException unavailable(String detail, RuntimeException cause) {
        return new ProblemException(Problem.of(ProblemKind.UNAVAILABLE, Codes.UNAVAILABLE, detail), cause);
    }
}
