package org.sightline.rest.internal.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A settings file as it lies in {@code etc/}. The configuration service goes on with what it had when a file can be read
 * no more, and tells nobody; the next start would miss it.
 *
 * @param path where it lies
 */
record FileOnDisk(Path path) {

    /** Far more than anybody writes by hand. */
    private static final long MOST_BYTES = 1 << 20;

    /** Returns the file of a bundle's settings. */
    static FileOnDisk of(String pid) {
        return new FileOnDisk(Path.of(System.getProperty("karaf.etc", "etc"), pid + ".cfg"));
    }

    /** Whether there is such a file. */
    boolean isThere() {
        return Files.exists(path);
    }

    /** Returns why it cannot be read, to be put after its name; empty when it can, or is not there. */
    Optional<String> fault() {
        try {
            if (!isThere()) {
                return Optional.empty();
            }
            if (Files.size(path) > MOST_BYTES) {
                return Optional.of("is larger than a file of settings can be");
            }
            try (InputStream in = Files.newInputStream(path)) {
                new Properties().load(in);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("cannot be read: an escape after a backslash is wrong");
        } catch (IOException e) {
            return Optional.of(
                    "cannot be read by this server's user: " + e.getClass().getSimpleName());
        }
    }
}
