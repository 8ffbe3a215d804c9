package org.sightline.upkeep.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.problem.Codes;
import org.sightline.problem.Problem;

/** The folder with backups: names, drafts, and files that only the server's own user can read. */
final class BackupFolder {

    private static final String ENDING = ".zip";
    private static final String DRAFT_PREFIX = ".draft-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}");

    private final Path folder;

    BackupFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /**
     * Returns the file name of a name with or without its ending.
     *
     * @throws org.sightline.problem.ProblemException {@code invalid}, which also keeps everybody inside the folder
     */
    static String fileName(String name) {
        String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        if (!NAME.matcher(bare).matches()) {
            throw Problem.invalid(
                            "/name",
                            Codes.INVALID,
                            "the name of a backup has 1 to 64 letters, digits, `_`, `-` or `.` and does not begin with"
                                    + " `.`")
                    .exception();
        }
        return bare + ENDING;
    }

    /** Returns the file of a backup that is there; null when it is not. */
    @Nullable
    Path find(String fileName) {
        Path file = folder.resolve(fileName);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file : null;
    }

    /** Makes the folder, if need be, and removes what a server left that was killed in the middle. */
    void prepare(String scratchPrefix) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> isLeft(file, scratchPrefix)).toList();
        }
        for (Path each : left) {
            delete(each);
        }
    }

    private static boolean isLeft(Path file, String scratchPrefix) {
        String name = file.getFileName().toString();
        return name.startsWith(DRAFT_PREFIX) || (name.startsWith(scratchPrefix) && Files.isDirectory(file));
    }

    private static void delete(Path folderOrFile) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folderOrFile)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    /** Returns an empty file that will become a backup. */
    Path draft(String fileName) throws IOException {
        return Files.createFile(folder.resolve(DRAFT_PREFIX + fileName), ownerOnly("rw-------"));
    }

    /** Makes a draft that is on the disk a backup; a crash leaves either. */
    Path publish(Path draft, String fileName) throws IOException {
        Path file = Files.move(draft, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return file;
    }

    /** Returns the files of all backups. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(BackupFolder::isBackup).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isBackup(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING)
                && NAME.matcher(name.substring(0, name.length() - ENDING.length()))
                        .matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
