package org.sightline.organisations.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.sightline.directory.model.TenantKey;
import org.sightline.directory.model.UserId;

/** Keeps the generated passwords where only the server's owner can read them: tenant, login and password a line. */
final class AdministratorFile {

    /** The file's name in the data directory. */
    static final String NAME = "sample-administrators.txt";

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path file;

    AdministratorFile(Path data) {
        this.file = data.resolve(NAME).toAbsolutePath().normalize();
    }

    /** Returns the absolute path. */
    Path path() {
        return file;
    }

    /** Replaces the tenant's line, or adds it; readers see the old file or the new one, nothing between. */
    void put(TenantKey tenant, UserId login, String password) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
        }
        lines.removeIf(line -> line.startsWith(tenant + " "));
        lines.add(tenant + " " + login + " " + password);
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNER_ONLY);
        Files.write(fresh, lines, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
